import type { JoinPlace, JoinState } from "./join-model";

/** The countdown before a guest is seen and heard, in seconds. */
const countdownFrom = 3;

/** Whether viewers have not seen the guest yet, who returns to the stage otherwise. */
export const isFresh = ({ place, wasOnStage }: JoinState) =>
  place.name === "waiting" ||
  place.name === "backstage" ||
  // Turned away, and let in after all.
  place.name === "over" ||
  (place.name === "loading" && !wasOnStage) ||
  (place.name === "entering" && place.fresh);

/** Going on air begins with a countdown; on a return nobody waits for it. */
export function onStage(state: JoinState): JoinPlace {
  const { place } = state;
  if (place.name === "stage") return place;
  return { name: "stage", startsIn: isFresh(state) ? countdownFrom : 0 };
}

export function counted(state: JoinState): JoinState {
  const { place } = state;
  if (place.name !== "stage" || place.startsIn === 0) return state;
  return { ...state, place: { name: "stage", startsIn: place.startsIn - 1 } };
}

/** The show has gone live. LiveKit may put the guest on stage a moment before the page hears of it. */
export function withLive(state: JoinState): JoinState {
  const { visit } = state;
  if (!visit || visit.livestream.status === "live") return state;
  return { ...state, visit: { ...visit, livestream: { ...visit.livestream, status: "live" } } };
}
