"use client";

import type { KeyboardEvent } from "react";
import { useRemembered } from "@/lib/client/browser/use-remembered";
import { keysFrom, type WaitingAction, waitingAction } from "./waiting-keys";

export type WaitingKeys = {
  on: boolean;
  turn: (on: boolean) => void;
  /** For the list. It can be focused, and its keys work only while the focus is in it. */
  list: { tabIndex: 0; onKeyDown: (event: KeyboardEvent<HTMLElement>) => void };
};

/** `act` receives the guest whose row has the focus, if any. */
export function useWaitingKeys(
  act: (action: WaitingAction, focused: string | null) => void,
): WaitingKeys {
  const [on, turn] = useRemembered("waiting.keys", keysFrom);
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const { currentTarget: list, target, nativeEvent } = event;
    // React also reports keys in dialogs opened from a row.
    if (!on || !(target instanceof Element) || !list.contains(target)) return;
    const action = waitingAction(nativeEvent);
    if (!action) return;
    event.preventDefault();
    const focused = target.closest<HTMLElement>("[data-guest]")?.dataset.guest ?? null;
    // The row disappears along with the focus.
    if (action !== "help") list.focus();
    act(action, focused);
  }
  return { on, turn, list: { tabIndex: 0, onKeyDown } };
}
