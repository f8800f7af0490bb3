import type { Focus } from "@/lib/client/browser/focus";
import { actionOfKey, type KeyTable } from "@/lib/client/browser/key-table";

export type StageAction = "microphone" | "camera" | "help";

/** The keys of each action of someone on stage, also shown in the list. */
export const stageKeys: KeyTable<StageAction> = [
  { action: "microphone", keys: ["m"] },
  { action: "camera", keys: ["v"] },
  { action: "help", keys: ["?"] },
];

type Press = Pick<KeyboardEvent, "key" | "repeat" | "shiftKey">;

/**
 * Held keys are ignored: they would turn a device on and off again. So is Shift, except where a
 * character needs it; `usePageKeys` ignores the other modifiers.
 */
export function stageAction({ key, repeat, shiftKey }: Press, focus: Focus): StageAction | null {
  if (focus === "typing" || repeat || (shiftKey && key !== "?")) return null;
  return actionOfKey(stageKeys, key);
}
