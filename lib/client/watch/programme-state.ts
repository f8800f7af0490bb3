import { isOver } from "@/lib/contracts/common/livestream-status";
import type { Scene } from "@/lib/contracts/common/scenes";
import type { Livestream } from "@/lib/contracts/livestreams";
import type { RoomToken } from "@/lib/contracts/tokens";

/** The programme's page, which nobody attends: it never gives up, and never needs a press. */
export type ProgrammeState = {
  /** As last reported; null before the first answer. */
  livestream: Livestream | null;
  /** The server does not accept the link. */
  refused: boolean;
  /** The token to be connected with. Without one the server is asked; each new state is a new request. */
  pass: RoomToken | null;
  /** Requests in a row without a connection that held. */
  tries: number;
};

export type ProgrammeEvent =
  | { type: "answered"; livestream: Livestream; pass: RoomToken | null }
  | { type: "refused" }
  /** The server could not answer. */
  | { type: "failed" }
  /** LiveKit lets the page receive the show. */
  | { type: "began" }
  /** A host edited the show. */
  | { type: "edited"; changes: Partial<Livestream> }
  /** The connection has held for a while. */
  | { type: "steady" }
  | { type: "dropped" };

export const openProgramme: ProgrammeState = {
  livestream: null,
  refused: false,
  pass: null,
  tries: 0,
};

export function programme(state: ProgrammeState, event: ProgrammeEvent): ProgrammeState {
  const { livestream } = state;
  switch (event.type) {
    case "answered": {
      const { pass } = event;
      const tries = pass ? state.tries + 1 : 0;
      return { livestream: event.livestream, refused: false, pass, tries };
    }
    case "refused":
      return { ...state, refused: true, tries: 0 };
    case "failed":
      return { ...state, tries: state.tries + 1 };
    case "began":
      return livestream ? { ...state, livestream: { ...livestream, status: "live" } } : state;
    case "edited":
      return livestream ? { ...state, livestream: { ...livestream, ...event.changes } } : state;
    case "steady":
      return { ...state, tries: 0 };
    case "dropped":
      return { ...state, pass: null };
  }
}

/** Whether to ask only now and then: a show that was cancelled may get a new time. */
export const isSettled = ({ livestream, refused }: ProgrammeState): boolean =>
  refused || (livestream !== null && isOver(livestream.status));

type Reception = {
  /** Whether the page is connected and LiveKit sends it the show. */
  receives: boolean;
  /** Whether it has not received the show for more than a moment. */
  misses: boolean;
};

/**
 * The card over the stage; null while the hosts’ choice is shown. A show whose connection is lost for
 * more than a moment looks like a break, because the page itself may be on air.
 */
export function cardOf(
  { livestream }: ProgrammeState,
  { receives, misses }: Reception,
): Scene | null {
  if (!livestream || receives) return null;
  // A cancelled show may get a new time.
  if (livestream.status === "ended") return "thanks";
  if (livestream.status !== "live") return "starting";
  return misses ? "break" : null;
}
