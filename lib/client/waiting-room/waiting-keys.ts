export type WaitingAction = "admit" | "deny" | "help";

/** The keys of each action, for the list as well. */
export const waitingKeys: readonly { action: WaitingAction; key: string }[] = [
  { action: "admit", key: "a" },
  { action: "deny", key: "d" },
  { action: "help", key: "?" },
];

type Press = Pick<KeyboardEvent, "key" | "repeat" | "ctrlKey" | "metaKey" | "altKey">;

/** A key that is held down would let everybody in; one with a modifier is the browser's. */
export function waitingAction({ key, repeat, ...held }: Press): WaitingAction | null {
  if (repeat || held.ctrlKey || held.metaKey || held.altKey) return null;
  return waitingKeys.find((each) => each.key === key.toLowerCase())?.action ?? null;
}

/** The guest whom a key is about: the one whose row has the focus, else the one waiting longest. */
export function guestFor<Guest extends { identity: string }>(
  waiting: readonly Guest[],
  focused: string | null,
  deciding: Readonly<Record<string, unknown>>,
): Guest | undefined {
  const open = waiting.filter(({ identity }) => !(identity in deciding));
  return focused === null ? open[0] : open.find(({ identity }) => identity === focused);
}

/** Keys of one letter can be turned off (WCAG 2.1.4): a speech control may say them by mistake. */
export const keysFrom = (kept: unknown): boolean => kept !== false;
