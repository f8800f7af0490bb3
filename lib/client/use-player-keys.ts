"use client";

import { useEffect, useRef } from "react";
import { focusOf, type PlayerAction, playerAction } from "./player-keys";

/** The player's keys, wherever on the page the focus is, but not while somebody types. */
export function usePlayerKeys(enabled: boolean, act: (action: PlayerAction) => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (!enabled) return;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target instanceof Element ? event.target : null;
      const action = playerAction(event.key, focusOf(target));
      if (!action) return;
      // A space scrolls, and the "c" would be the first letter of a message.
      event.preventDefault();
      latest.current(action);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [enabled]);
}
