"use client";

import type { Focus } from "./player-keys";
import { usePageKeys } from "./use-page-keys";
import { useRemembered } from "./use-remembered";
import { keysFrom, type WaitingAction, waitingAction } from "./waiting-keys";

/** The waiting room's keys, which a host may turn off. */
export function useWaitingKeys(
  act: (action: WaitingAction) => void,
): [boolean, (on: boolean) => void] {
  const [on, setOn] = useRemembered("waiting.keys", keysFrom);
  usePageKeys(on, actionOf, act);
  return [on, setOn];
}

// A key that is held down would let everybody in.
const actionOf = ({ key, repeat }: KeyboardEvent, focus: Focus) =>
  repeat ? null : waitingAction(key, focus);
