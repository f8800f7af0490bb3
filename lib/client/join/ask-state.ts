import type { JoinTask } from "./join-model";

export const ask = (afterMs = 0): JoinTask => ({ do: "ask-state", afterMs });

/** At once, then after 1, 2, 4, 8 and every 15 seconds. */
export const delayMs = (tries: number) =>
  tries <= 1 ? 0 : Math.min(15_000, 1_000 * 2 ** (tries - 2));
