import { DisconnectReason } from "livekit-client";
import type { RoomPhase } from "@/lib/client/room/use-show-room";
import { mayPass } from "@/lib/client/server-api/until-answered";
import {
  isOver,
  isUpcoming,
  type LivestreamStatus,
} from "@/lib/contracts/common/livestream-status";
import type { Livestream } from "@/lib/contracts/livestreams";
import { may, type Role } from "@/lib/grants/capabilities";

/** `said` is the server's own message, if it sent one. */
export type Failure = { said?: string };

/** This host's place. The show's own status is in `livestream`. */
export type Stage =
  /** Sees their own preview; nobody else does. */
  | { name: "preparing"; problem: Failure | null }
  /** Has pressed the button: publishing and the request to the server are in progress. */
  | { name: "going" }
  | { name: "on-air" }
  /** The show is live, and this host runs it unseen. */
  | { name: "backstage" }
  | { name: "over" };

export type Connection =
  | { name: "connecting" }
  | { name: "connected" }
  | { name: "reconnecting" }
  /** The same account is hosting in another tab or on another device. */
  | { name: "elsewhere" }
  /** The session has ended, in another tab perhaps. */
  | { name: "signed-out" }
  /** Refused by the server; retrying would give the same response. */
  | ({ name: "refused" } & Failure)
  | ({ name: "lost"; what: "line" | "sending" | "token" } & Failure);

/** The server refused a token. The code tells whether to retry. */
export type PassRefusal = { code: string } & Failure;

export type StudioState = {
  livestream: Livestream;
  stage: Stage;
  connection: Connection;
  /** Counts requested connections; each gets its own token. */
  attempt: number;
  /** Failures since the last connection; they set the delay before the next attempt. */
  failures: number;
};

export type StudioEvent =
  | { type: "livestream"; livestream: Livestream }
  | { type: "go" }
  | { type: "went"; livestream: Livestream }
  | ({ type: "go-failed" } & Failure)
  /** From backstage to the preview, and back. */
  | { type: "prepare" }
  | { type: "step-back" }
  /** This tab was on stage a moment ago, before a reload. */
  | { type: "return" }
  | { type: "room"; phase: RoomPhase }
  | { type: "publish-failed" }
  | ({ type: "token-refused" } & PassRefusal)
  | { type: "again" };

/** Creators join a live show from the preview; everyone else starts backstage. */
export function beginStudio(livestream: Livestream, role: Role): StudioState {
  return {
    livestream,
    stage: firstStage(livestream.status, role),
    connection: { name: "connecting" },
    attempt: 0,
    failures: 0,
  };
}

function firstStage(status: LivestreamStatus, role: Role): Stage {
  if (isOver(status)) return { name: "over" };
  const prepares = isUpcoming(status) || !may(role, "run-from-backstage");
  return prepares ? { name: "preparing", problem: null } : { name: "backstage" };
}

export function studioState(state: StudioState, event: StudioEvent): StudioState {
  const { stage, livestream } = state;
  if (stage.name === "over" && event.type !== "livestream") return state;
  switch (event.type) {
    case "livestream":
      return withLivestream(state, event.livestream);
    case "went":
      return withLivestream(
        stage.name === "going" ? { ...state, stage: { name: "on-air" } } : state,
        event.livestream,
      );
    case "go":
      return stage.name === "preparing" ? { ...state, stage: { name: "going" } } : state;
    case "go-failed":
      return stage.name === "going"
        ? { ...state, stage: { name: "preparing", problem: { said: event.said } } }
        : state;
    case "prepare":
      return stage.name === "backstage"
        ? { ...state, stage: { name: "preparing", problem: null } }
        : state;
    case "step-back":
      return livestream.status === "live" ? { ...state, stage: { name: "backstage" } } : state;
    case "return":
      return livestream.status === "live" && stage.name !== "going"
        ? { ...state, stage: { name: "on-air" } }
        : state;
    case "room":
      return withPhase(state, event.phase);
    case "publish-failed":
      return lost(state, { what: "sending" });
    case "token-refused":
      return withRefusal(state, event);
    case "again":
      return { ...state, connection: { name: "connecting" }, attempt: state.attempt + 1 };
  }
}

const order: Record<LivestreamStatus, number> = {
  draft: 0,
  scheduled: 0,
  live: 1,
  ended: 2,
  cancelled: 2,
};

/**
 * In an open studio the status never goes back: an earlier status is outdated data. Reopening a
 * cancelled livestream loads the page again.
 */
function withLivestream(state: StudioState, livestream: Livestream): StudioState {
  if (order[livestream.status] < order[state.livestream.status]) return state;
  const over = isOver(livestream.status);
  return { ...state, livestream, stage: over ? { name: "over" } : state.stage };
}

function withPhase(state: StudioState, phase: RoomPhase): StudioState {
  switch (phase.name) {
    case "idle":
    case "connecting":
      return state;
    case "connected":
      return { ...state, connection: { name: "connected" }, failures: 0 };
    case "reconnecting":
      return { ...state, connection: { name: "reconnecting" } };
    case "disconnected":
      // Reconnecting automatically would make two tabs disconnect each other forever.
      return phase.reason === DisconnectReason.DUPLICATE_IDENTITY
        ? { ...state, connection: { name: "elsewhere" } }
        : lost(state, { what: "line" });
  }
}

function withRefusal(state: StudioState, { code, said }: PassRefusal): StudioState {
  if (code === "livestream-ended") return { ...state, stage: { name: "over" } };
  if (code === "not-signed-in") return { ...state, connection: { name: "signed-out" } };
  if (mayPass(code)) return lost(state, { what: "token", said });
  return { ...state, connection: { name: "refused", said } };
}

type Lost = Extract<Connection, { name: "lost" }>;

const lost = (state: StudioState, how: Omit<Lost, "name">): StudioState => ({
  ...state,
  connection: { name: "lost", ...how },
  failures: state.failures + 1,
});

/** 1, 2, 4, 8 and then every 10 seconds. */
export const retryAfterMs = ({ failures }: StudioState) =>
  Math.min(10_000, 1_000 * 2 ** Math.max(0, failures - 1));

/** Whether this host's picture and sound belong in the room. */
export const isPublishing = ({ stage }: StudioState) =>
  stage.name === "going" || stage.name === "on-air";

/** Whether the camera and microphone are needed at all. */
export const needsDevices = (state: StudioState) =>
  isPublishing(state) || state.stage.name === "preparing";
