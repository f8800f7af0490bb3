"use client";

import { useEffect, useRef } from "react";
import { focusOf } from "./player-keys";
import { useRemembered } from "./use-remembered";
import { keysFrom, type WaitingAction, waitingAction } from "./waiting-keys";

/** The waiting room's keys, wherever on the page the focus is, but not while somebody types. */
export function useWaitingKeys(
  act: (action: WaitingAction) => void,
): [boolean, (on: boolean) => void] {
  const [on, setOn] = useRemembered("waiting.keys", keysFrom);
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent) => {
      // A key that is held down would let everybody in.
      if (event.defaultPrevented || event.repeat) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target instanceof Element ? event.target : null;
      const action = waitingAction(event.key, focusOf(target));
      if (!action) return;
      event.preventDefault();
      latest.current(action);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [on]);
  return [on, setOn];
}
