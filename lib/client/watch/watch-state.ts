import { isOver, isUpcoming } from "@/lib/contracts/common/livestream-status";
import type { Livestream } from "@/lib/contracts/livestreams";
import type { RoomToken } from "@/lib/contracts/tokens";
import type { ProblemCode } from "@/lib/problem";

/** How a viewer sits in the audience: counted but unnamed, or visible by name. */
export type ViewerSeat = "hidden" | "visible";

export type Scene =
  /**
   * The page turns into the show automatically when it goes live. With a pass it waits in the room,
   * where it receives nothing yet; without one it receives a pass when the show starts.
   */
  | { name: "before"; pass: RoomToken | null }
  | {
      name: "live";
      pass: RoomToken;
      seat: ViewerSeat;
      /** The connection has held for a while: the next drop counts as a first failure. */
      steady: boolean;
      tries: number;
      move: Move | null;
      /** Why the last move failed. */
      refusal: MoveRefusal | null;
    }
  /** The server is asked for the current state; each new object is a new request. */
  | { name: "asking"; after: "start" | "drop" | "removal"; seat: ViewerSeat; tries: number }
  /** Over, or cancelled: the livestream says which. */
  | { name: "ended" }
  | { name: "removed" }
  | { name: "banned" }
  | { name: "deleted" }
  /** Deleted, now private, or no longer for this reader. */
  | { name: "gone" };

type MoveRefusal =
  | { why: "not-connected" }
  /** The server's message, or the translation of its code. */
  | { why: "refused"; said: string };

/** A change of seat: the old connection stays until the new one is open. */
export type Move = { to: ViewerSeat; pass: RoomToken | null };

export type WatchState = { livestream: Livestream; scene: Scene };

export type WatchEvent =
  | { type: "answered"; livestream: Livestream; pass: RoomToken | null }
  | { type: "refused"; code: ProblemCode | "offline" }
  /** The show has started, and this is its pass. */
  | { type: "began"; livestream: Livestream; pass: RoomToken }
  /** The livestream changed while there is no room that would report it. */
  | { type: "changed"; livestream: Livestream }
  | { type: "deleted" }
  /** The livestream was deleted, or the reader may no longer see it. */
  | { type: "vanished" }
  | { type: "watching"; watching: number }
  /** A host edited the running show. */
  | { type: "edited"; changes: Partial<Livestream> }
  /** The network is back, or the page is visible again. */
  | { type: "woken" }
  | { type: "steady" }
  /** removed, closed: LiveKit disconnected us. lost: the connection was lost or never opened. */
  | { type: "dropped"; cause: "removed" | "closed" | "lost" }
  | { type: "move-asked"; to: ViewerSeat }
  | { type: "move-given"; pass: RoomToken }
  | { type: "move-done" }
  | { type: "move-failed"; reason: MoveRefusal }
  | { type: "retried" };

export function openWatch(livestream: Livestream, pass: RoomToken | null): WatchState {
  return { livestream, scene: sceneOf(livestream, pass, { seat: "hidden", tries: 0 }) };
}

const closed = ["removed", "banned", "deleted", "gone"] as const;
export type Closed = (typeof closed)[number];

/** Whether the viewer may not watch, even though the show may go on. */
export const isClosed = (scene: Scene): scene is Extract<Scene, { name: Closed }> =>
  closed.some((name) => name === scene.name);

/** The pass the page connects with now, or null. */
export function passOf({ scene }: WatchState): RoomToken | null {
  if (scene.name === "before") return scene.pass;
  return scene.name === "live" ? (scene.move?.pass ?? scene.pass) : null;
}

export function watch(state: WatchState, event: WatchEvent): WatchState {
  switch (event.type) {
    case "watching":
      return { ...state, livestream: { ...state.livestream, watching: event.watching } };
    case "edited":
      return { ...state, livestream: { ...state.livestream, ...event.changes } };
    case "woken":
      return woken(state);
    case "changed":
      return changed(state, event.livestream);
    case "deleted":
      return { ...state, scene: { name: "deleted" } };
    case "vanished":
      return { ...state, scene: { name: "gone" } };
    case "began":
      return began({ ...state, livestream: event.livestream }, event.pass);
    case "answered":
      return answered(state, event);
    case "refused":
      return refused(state, event.code);
    case "retried":
      return retried(state);
    default: {
      const scene = whileConnected(state.scene, event);
      return scene === state.scene ? state : { ...state, scene };
    }
  }
}

type Live = Extract<Scene, { name: "live" }>;
type Carried = Pick<Live, "seat" | "tries">;

function sceneOf(livestream: Livestream, pass: RoomToken | null, carried: Carried): Scene {
  if (isOver(livestream.status)) return { name: "ended" };
  if (isUpcoming(livestream.status) || !pass) return { name: "before", pass };
  return { name: "live", pass, steady: false, move: null, refusal: null, ...carried };
}

function changed({ scene }: WatchState, livestream: Livestream): WatchState {
  const { status } = livestream;
  if (scene.name === "before") {
    if (isUpcoming(status)) return { livestream, scene };
    if (status === "live" && scene.pass) return began({ livestream, scene }, scene.pass);
  } else if (scene.name !== "ended" || isOver(status)) {
    return { livestream, scene };
  }
  return { livestream, scene: { name: "asking", after: "start", seat: "hidden", tries: 0 } };
}

/** Viewers who wait in the room stay in it. */
function began({ livestream, scene }: WatchState, brought: RoomToken): WatchState {
  if (scene.name !== "before") return { livestream, scene };
  const pass = scene.pass ?? brought;
  return { livestream, scene: sceneOf(livestream, pass, { seat: "hidden", tries: 0 }) };
}

function answered(
  { scene, ...state }: WatchState,
  { livestream, pass }: Extract<WatchEvent, { type: "answered" }>,
): WatchState {
  if (scene.name !== "asking") return { ...state, scene };
  const { seat, tries, after } = scene;
  if (after === "removal" && livestream.status === "live") {
    return { livestream, scene: { name: "removed" } };
  }
  return { livestream, scene: sceneOf(livestream, pass, { seat, tries }) };
}

function refused(state: WatchState, code: ProblemCode | "offline"): WatchState {
  const { scene } = state;
  if (scene.name !== "asking") return state;
  if (code === "banned") return { ...state, scene: { name: "banned" } };
  if (code === "livestream-not-found") return { ...state, scene: { name: "gone" } };
  // The session has expired; anyone allowed to watch can still do so hidden.
  const seat = code === "not-signed-in" ? "hidden" : scene.seat;
  return { ...state, scene: { ...scene, seat, tries: scene.tries + 1 } };
}

function retried(state: WatchState): WatchState {
  const { scene } = state;
  const seat = scene.name === "asking" ? scene.seat : "hidden";
  return scene.name === "asking" || scene.name === "removed"
    ? { ...state, scene: { name: "asking", after: "drop", seat, tries: 0 } }
    : state;
}

/** Only a failed request is repeated at once; one in flight will be answered. */
function woken(state: WatchState): WatchState {
  const { scene } = state;
  return scene.name === "asking" && scene.tries > 0
    ? { ...state, scene: { ...scene, tries: 0 } }
    : state;
}

function whileConnected(scene: Scene, event: WatchEvent): Scene {
  // A lost place to wait in is not requested again: the pass arrives with the show.
  if (scene.name === "before" && event.type === "dropped") return { name: "before", pass: null };
  return scene.name === "live" ? whileLive(scene, event) : scene;
}

function whileLive(live: Live, event: WatchEvent): Scene {
  const { move } = live;
  switch (event.type) {
    case "steady":
      return { ...live, steady: true };
    case "dropped":
      return dropped(live, event.cause);
    case "move-asked":
      return move || event.to === live.seat
        ? live
        : { ...live, move: { to: event.to, pass: null }, refusal: null };
    case "move-given":
      return move ? { ...live, move: { ...move, pass: event.pass } } : live;
    case "move-done":
      return move?.pass ? { ...live, pass: move.pass, seat: move.to, move: null } : live;
    case "move-failed":
      return { ...live, move: null, refusal: event.reason };
    default:
      return live;
  }
}

function dropped({ seat, steady, tries }: Live, cause: "removed" | "closed" | "lost"): Scene {
  if (cause === "removed") return { name: "asking", after: "removal", seat: "hidden", tries: 0 };
  const again = cause === "lost" && !steady ? tries + 1 : 0;
  return { name: "asking", after: "drop", seat, tries: again };
}
