import { ask, delayMs } from "./ask-state";
import type { JoinEnding } from "./join-ending";
import type { JoinState, JoinTask } from "./join-model";

export const over = (state: JoinState, why: JoinEnding): JoinState => ({
  ...state,
  place: { name: "over", why },
  task: null,
  pass: null,
  link: "none",
  steadySinceMs: null,
  moved: null,
  trouble: null,
});

type TurnedAway = "denied" | "removed";

/** Whether a host turned the guest away, and how; null otherwise. */
export const howTurnedAway = ({ place }: JoinState): TurnedAway | null =>
  place.name === "over" && (place.why === "denied" || place.why === "removed") ? place.why : null;

/** A host can undo it while the page is open, so the page keeps checking, less often over time. */
export function turnedAway(state: JoinState, why: TurnedAway): JoinState {
  const tries = howTurnedAway(state) ? state.tries + 1 : 0;
  return { ...over(state, why), tries, task: ask(checkAfterMs(tries)) };
}

/**
 * Often for 30 seconds, because most undo at once; then every 15 seconds, and every 45 after five
 * minutes. A guest whose page is late loses the place (lib/guests/mark-absent-guests-left.ts).
 */
export function checkAfterMs(tries: number): number {
  if (tries < 15) return 2_000;
  return tries < 35 ? 15_000 : 45_000;
}

const leaveTries = 5;

export function left(state: JoinState): JoinState {
  const mint = state.visit?.livestream.mint;
  const task: JoinTask | null = mint ? { do: "leave", mint, afterMs: 0 } : null;
  return { ...over(state, "left"), tries: 0, task };
}

export function leftUnheard(state: JoinState): JoinState {
  const tries = state.tries + 1;
  const { task } = state;
  const again = task && tries < leaveTries ? { ...task, afterMs: delayMs(tries + 1) } : null;
  return { ...state, tries, task: again };
}
