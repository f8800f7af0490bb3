"use client";

import { DisconnectReason, type Room, RoomEvent } from "livekit-client";
import { type Dispatch, useCallback, useEffect, useReducer, useState } from "react";
import { brandIn } from "@/lib/client/room/look-in";
import { listenToHints } from "@/lib/client/room/room-hints";
import { useLivestreamEvents } from "@/lib/client/room/use-livestream-events";
import { type RoomPhase, type ShowRoom, useShowRoom } from "@/lib/client/room/use-show-room";
import { ApiError, call } from "@/lib/client/server-api/api";
import { backoffMs } from "@/lib/client/server-api/backoff";
import type { Livestream } from "@/lib/contracts/livestreams";
import type { ReportedMessage } from "@/lib/contracts/reports";
import type { participantToken, RoomToken, viewerPass } from "@/lib/contracts/tokens";
import { may, type Role } from "@/lib/grants/capabilities";
import { useOwnRole } from "./use-own-role";
import { useVanishing } from "./use-vanishing";
import {
  openWatch,
  passOf,
  type Scene,
  type ViewerSeat,
  type WatchEvent,
  watch,
} from "./watch-state";

export type Watching = {
  livestream: Livestream;
  /** Before the show: its data may be outdated. */
  stale: boolean;
  scene: Scene;
  room: Room | null;
  /** The room before a change of seat, while its picture bridges the gap. */
  leaving: Room | null;
  phase: RoomPhase["name"];
  /** As of the page, then as the creator changes it. */
  role: Role | null;
  /** For hosts and moderators: the messages of the chat with open reports. */
  reported: readonly ReportedMessage[];
  /** Changes seat. If that fails, the old seat stays and the scene says why. */
  move: (to: ViewerSeat) => void;
  /** Asks whether the livestream still exists, for example because a picture of it is missing. */
  doubt: () => void;
  retry: () => void;
};

type Opening = { livestream: Livestream; pass: RoomToken | null };

const steadyAfterMs = 10_000;

/**
 * A viewer's path through a show, from before its start to its end.
 *
 * @param openingRole the reader's role as of the page
 */
export function useWatching(opening: Opening, openingRole: Role | null = null): Watching {
  const [state, dispatch] = useReducer(watch, opening, ({ livestream, pass }) =>
    openWatch(livestream, pass),
  );
  const { livestream, scene } = state;
  const { mint } = livestream;
  const show = useShowRoom(passOf(state));
  useConnection(show, dispatch);
  useMoveOutcome(scene, show, dispatch);
  useQuestion(mint, scene, dispatch);
  const role = useOwnRole(show.room, openingRole);
  const [reported, setReported] = useState<readonly ReportedMessage[]>([]);
  // A cancelled livestream may get a new time.
  const awaits = scene.name === "before" || livestream.status === "cancelled";
  const isGone = scene.name === "deleted" || scene.name === "gone";
  const stale = useLivestreamEvents(
    mint,
    {
      // During the show, the room says what changes.
      livestream: (changed) => awaits && dispatch({ type: "changed", livestream: changed }),
      deleted: () => dispatch({ type: "deleted" }),
      start: (start) => dispatch({ type: "began", ...start }),
      reports: ({ messages }) => setReported(messages),
    },
    {
      enabled: !isGone && (awaits || may(role, "handle-reports")),
      waits: scene.name === "before" && !scene.pass,
    },
  );
  const move = useCallback<Watching["move"]>(
    (to) => {
      dispatch({ type: "move-asked", to });
      askPass(mint, to).then(
        (pass) => dispatch({ type: "move-given", pass }),
        (error: Error) =>
          dispatch({ type: "move-failed", reason: { why: "refused", said: error.message } }),
      );
    },
    [mint],
  );
  useWaking(dispatch);
  const doubt = useVanishing(mint, scene.name, dispatch);
  const retry = useCallback(() => dispatch({ type: "retried" }), []);
  const seen = { livestream, stale, scene, role, reported, move, doubt, retry };
  // Viewers who wait in the room are not in the show yet and see nothing of it.
  if (scene.name === "before") {
    return { ...seen, room: null, leaving: null, phase: "idle" };
  }
  const { room, leaving, phase } = show;
  return { ...seen, room, leaving, phase: phase.name };
}

const askPass = (mint: string, seat: ViewerSeat) =>
  call<typeof participantToken>("GET", "/livestreams/livekit/token/participant", {
    query: { mint, hidden: seat === "hidden" ? "true" : "false" },
  });

async function askTruth(mint: string, seat: ViewerSeat, signal: AbortSignal): Promise<Opening> {
  const truth = await call<typeof viewerPass>(
    "POST",
    "/livestreams/{mint}/viewer-pass",
    { params: { mint } },
    signal,
  );
  return truth.pass && seat === "visible" ? { ...truth, pass: await askPass(mint, seat) } : truth;
}

function useQuestion(mint: string, scene: Scene, dispatch: Dispatch<WatchEvent>): void {
  const asking = scene.name === "asking" ? scene : null;
  useEffect(() => {
    if (!asking) return;
    const abort = new AbortController();
    const ask = async () => {
      try {
        dispatch({ type: "answered", ...(await askTruth(mint, asking.seat, abort.signal)) });
      } catch (error) {
        if (abort.signal.aborted) return;
        dispatch({ type: "refused", code: error instanceof ApiError ? error.code : "offline" });
      }
    };
    const timer = setTimeout(ask, backoffMs(asking.tries, Math.random()));
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [mint, asking, dispatch]);
}

function useConnection({ room, phase }: ShowRoom, dispatch: Dispatch<WatchEvent>): void {
  useEffect(() => {
    if (phase.name === "disconnected") dispatch({ type: "dropped", cause: causeOf(phase.reason) });
    if (phase.name !== "connected") return;
    const timer = setTimeout(() => dispatch({ type: "steady" }), steadyAfterMs);
    return () => clearTimeout(timer);
  }, [phase, dispatch]);

  useEffect(() => {
    if (!room) return;
    const learnBrand = () => {
      const brand = brandIn(room.metadata);
      if (brand !== undefined) dispatch({ type: "edited", changes: { brand } });
    };
    room.on(RoomEvent.RoomMetadataChanged, learnBrand);
    const stopListening = listenToHints(room, {
      watching: ({ watching }) => dispatch({ type: "watching", watching }),
      livestream: ({ changes }) => dispatch({ type: "edited", changes }),
    });
    return () => {
      room.off(RoomEvent.RoomMetadataChanged, learnBrand);
      stopListening();
    };
  }, [room, dispatch]);
}

/** The network is back or the machine woke up: a scheduled attempt runs now. */
function useWaking(dispatch: Dispatch<WatchEvent>): void {
  useEffect(() => {
    const wake = () => {
      if (document.visibilityState === "visible") dispatch({ type: "woken" });
    };
    window.addEventListener("online", wake);
    document.addEventListener("visibilitychange", wake);
    return () => {
      window.removeEventListener("online", wake);
      document.removeEventListener("visibilitychange", wake);
    };
  }, [dispatch]);
}

function causeOf(reason: DisconnectReason): "removed" | "closed" | "lost" {
  switch (reason) {
    case DisconnectReason.PARTICIPANT_REMOVED:
      return "removed";
    case DisconnectReason.ROOM_DELETED:
    case DisconnectReason.ROOM_CLOSED:
      return "closed";
    default:
      return "lost";
  }
}

function useMoveOutcome(scene: Scene, show: ShowRoom, dispatch: Dispatch<WatchEvent>): void {
  const next = scene.name === "live" ? (scene.move?.pass ?? null) : null;
  const { pass, failed, phase } = show;
  useEffect(() => {
    if (!next) return;
    if (failed?.pass === next) {
      dispatch({ type: "move-failed", reason: { why: "not-connected" } });
    } else if (pass === next && phase.name === "connected") dispatch({ type: "move-done" });
  }, [next, pass, failed, phase, dispatch]);
}
