import type { Focus } from "./player-keys";

export type WaitingAction = "admit" | "deny" | "help";

/** The keys of each action, for the list as well. */
export const waitingKeys: readonly { action: WaitingAction; key: string }[] = [
  { action: "admit", key: "a" },
  { action: "deny", key: "d" },
  { action: "help", key: "?" },
];

export function waitingAction(key: string, focus: Focus): WaitingAction | null {
  if (focus === "typing") return null;
  return waitingKeys.find((each) => each.key === key.toLowerCase())?.action ?? null;
}

/** Keys of one letter can be turned off (WCAG 2.1.4): a speech control may say them by mistake. */
export const keysFrom = (kept: unknown): boolean => kept !== false;
