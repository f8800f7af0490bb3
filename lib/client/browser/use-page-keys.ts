"use client";

import { useEffect, useRef } from "react";
import { type Focus, focusOf } from "./focus";

/**
 * Keys that act wherever on the page the focus is, but not while somebody types. `actionOf` stays
 * the same function and says what a key does, if anything.
 */
export function usePageKeys<Action>(
  enabled: boolean,
  actionOf: (event: KeyboardEvent, focus: Focus) => Action | null,
  act: (action: Action) => void,
): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (!enabled) return;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target instanceof Element ? event.target : null;
      const action = actionOf(event, focusOf(target));
      if (action === null) return;
      // A space scrolls, and the "c" would be the first letter of a message.
      event.preventDefault();
      latest.current(action);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [enabled, actionOf]);
}
