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

/** Going on air begins with a countdown; before the show and on a return nobody waits for it. */
export function onStage(state: JoinState): JoinPlace {
  const { place, visit } = state;
  if (place.name === "stage") return place;
  const counts = isFresh(state) && visit?.livestream.status === "live";
  return { name: "stage", startsIn: counts ? countdownFrom : 0 };
}

export function counted(state: JoinState): JoinState {
  const { place } = state;
  if (place.name !== "stage" || place.startsIn === 0) return state;
  return { ...state, place: { name: "stage", startsIn: place.startsIn - 1 } };
}

/** The show has gone live; a guest who is already on stage is seen at once. */
export function withLive(state: JoinState): JoinState {
  const { visit } = state;
  if (!visit || visit.livestream.status === "live") return state;
  return { ...state, visit: { ...visit, livestream: { ...visit.livestream, status: "live" } } };
}
