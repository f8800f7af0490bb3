"use client";

import type { Focus } from "@/lib/client/browser/focus";
import { usePageKeys } from "@/lib/client/browser/use-page-keys";
import { useRemembered } from "@/lib/client/browser/use-remembered";
import { keysFrom } from "@/lib/client/waiting-room/waiting-keys";
import { type StageAction, stageAction } from "./stage-keys";

export type StageKeys = { on: boolean; turn: (on: boolean) => void };

/** A host's further shortcuts: as pressed, and as listed. */
export type SceneKeys = {
  actionOf: (event: KeyboardEvent, focus: Focus) => string | null;
  act: (action: string) => void;
  rows: readonly { label: string; keys: readonly string[] }[];
};

/**
 * The keyboard shortcuts of someone on stage. They can be turned off, which is remembered.
 *
 * @param free false while a dialog is open
 */
export function useStageKeys(
  free: boolean,
  actions: Record<StageAction, () => void>,
  scenes: SceneKeys | undefined,
): StageKeys {
  const [on, turn] = useRemembered("stage.keys", keysFrom);
  usePageKeys(on && free, actionOf, (action) => actions[action]());
  usePageKeys(on && free && scenes !== undefined, scenes?.actionOf ?? never, (action) =>
    scenes?.act(action),
  );
  return { on, turn };
}

const actionOf = (event: KeyboardEvent, focus: Focus) => stageAction(event, focus);
const never = () => null;
