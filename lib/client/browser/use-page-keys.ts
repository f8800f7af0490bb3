"use client";

import { useEffect, useRef } from "react";
import { type Focus, focusOf } from "./focus";

/**
 * Page-wide keyboard shortcuts, inactive while the person types. `actionOf` must be a stable
 * function; it maps a key press to an action or null.
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
      // Space would scroll, and "c" would become the first letter of a message.
      event.preventDefault();
      latest.current(action);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [enabled, actionOf]);
}
