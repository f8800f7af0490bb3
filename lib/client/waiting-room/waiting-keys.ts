export type WaitingAction = "admit" | "deny" | "help";

/** The key of each action, also shown in the list. */
export const waitingKeys: readonly { action: WaitingAction; key: string }[] = [
  { action: "admit", key: "a" },
  { action: "deny", key: "d" },
  { action: "help", key: "?" },
];

type Press = Pick<KeyboardEvent, "key" | "repeat" | "ctrlKey" | "metaKey" | "altKey">;

/**
 * Held keys are ignored, because they would admit everyone. Combinations with modifiers belong to
 * the browser.
 */
export function waitingAction({ key, repeat, ...held }: Press): WaitingAction | null {
  if (repeat || held.ctrlKey || held.metaKey || held.altKey) return null;
  return waitingKeys.find((each) => each.key === key.toLowerCase())?.action ?? null;
}

/** The guest a key applies to: the one whose row has the focus, otherwise the longest waiting. */
export function guestFor<Guest extends { identity: string }>(
  waiting: readonly Guest[],
  focused: string | null,
  deciding: Readonly<Record<string, unknown>>,
): Guest | undefined {
  const open = waiting.filter(({ identity }) => !(identity in deciding));
  return focused === null ? open[0] : open.find(({ identity }) => identity === focused);
}

/** Single-letter keys can be turned off (WCAG 2.1.4): speech input may trigger them by mistake. */
export const keysFrom = (kept: unknown): boolean => kept !== false;
