"use client";

import type { Focus } from "@/lib/client/browser/focus";
import { usePageKeys } from "@/lib/client/browser/use-page-keys";
import { useRemembered } from "@/lib/client/browser/use-remembered";
import { keysFrom } from "@/lib/client/waiting-room/waiting-keys";
import { type StageAction, stageAction } from "./stage-keys";

export type StageKeys = { on: boolean; turn: (on: boolean) => void };

/**
 * The keyboard shortcuts of someone on stage. They can be turned off, which is remembered.
 *
 * @param free false while a dialog is open
 */
export function useStageKeys(free: boolean, actions: Record<StageAction, () => void>): StageKeys {
  const [on, turn] = useRemembered("stage.keys", keysFrom);
  usePageKeys(on && free, actionOf, (action) => actions[action]());
  return { on, turn };
}

const actionOf = (event: KeyboardEvent, focus: Focus) => stageAction(event, focus);
