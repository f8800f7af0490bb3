"use client";

import type { Room } from "livekit-client";
import { type Dispatch, useEffect, useReducer, useState } from "react";
import { withTimeout } from "@/lib/client/browser/with-timeout";
import { listenToHints } from "@/lib/client/room/room-hints";
import { unattendedRoomOptions } from "@/lib/client/room/room-options";
import { useRoomMayReceive } from "@/lib/client/room/use-may-receive";
import { type ShowRoom, useShowRoom } from "@/lib/client/room/use-show-room";
import { ApiError, call } from "@/lib/client/server-api/api";
import { backoffMs } from "@/lib/client/server-api/backoff";
import type { Scene } from "@/lib/contracts/common/scenes";
import type { Livestream } from "@/lib/contracts/livestreams";
import type { programmeToken } from "@/lib/contracts/programme";
import {
  cardOf,
  isSettled,
  openProgramme,
  type ProgrammeEvent,
  type ProgrammeState,
  programme,
} from "./programme-state";

type Link = { mint: string; key: string };

type ProgrammeSeen = {
  livestream: Livestream | null;
  /** The link is not valid. */
  refused: boolean;
  room: Room | null;
  /** The card over the stage; null while the hosts’ choice is shown. */
  card: Scene | null;
};

const settledAskMs = 60_000;
const steadyAfterMs = 10_000;
/** A server that does not answer must not keep the page from asking again. */
const answerWithinMs = 10_000;
/** A connection is made, or made again, well within this. */
const missesAfterMs = 2_000;

/** The show behind a link to the programme, from before its start to after its end. */
export function useProgramme(link: Link): ProgrammeSeen {
  const [state, dispatch] = useReducer(programme, openProgramme);
  const show = useShowRoom(state.pass, unattendedRoomOptions);
  const mayReceive = useRoomMayReceive(show.room);
  // While LiveKit reconnects, the room keeps its permissions.
  const receives = mayReceive && show.phase.name === "connected";
  const misses = useMisses(receives);
  useQuestion(link, state, dispatch);
  useConnection(show, dispatch);
  useEffect(() => {
    if (receives) dispatch({ type: "began" });
  }, [receives]);
  const { livestream, refused } = state;
  return { livestream, refused, room: show.room, card: cardOf(state, { receives, misses }) };
}

function useMisses(receives: boolean): boolean {
  const [misses, setMisses] = useState(false);
  useEffect(() => {
    if (receives) return;
    const timer = setTimeout(() => setMisses(true), missesAfterMs);
    return () => {
      clearTimeout(timer);
      setMisses(false);
    };
  }, [receives]);
  return misses;
}

function useQuestion(
  { mint, key }: Link,
  state: ProgrammeState,
  dispatch: Dispatch<ProgrammeEvent>,
): void {
  useEffect(() => {
    if (state.pass) return;
    const abort = new AbortController();
    const ask = async () => {
      try {
        const asked = call<typeof programmeToken>(
          "POST",
          "/livestreams/{mint}/programme/token",
          { params: { mint }, body: { key } },
          abort.signal,
        );
        const answer = await withTimeout(answerWithinMs, asked);
        dispatch({ type: "answered", ...answer });
      } catch (error) {
        if (!abort.signal.aborted) dispatch({ type: isRefusal(error) ? "refused" : "failed" });
      }
    };
    const afterMs = isSettled(state) ? settledAskMs : backoffMs(state.tries, Math.random());
    const timer = setTimeout(ask, afterMs);
    return () => {
      clearTimeout(timer);
      // Also after a timeout, which changes the state.
      abort.abort();
    };
  }, [mint, key, state, dispatch]);
}

/** A shortened link has a key or a livestream that cannot be valid. */
const isRefusal = (error: unknown) =>
  error instanceof ApiError &&
  ["programme-link-not-found", "not-allowed", "invalid-request"].includes(error.code);

function useConnection({ room, phase }: ShowRoom, dispatch: Dispatch<ProgrammeEvent>): void {
  useEffect(() => {
    if (phase.name === "disconnected") dispatch({ type: "dropped" });
    if (phase.name !== "connected") return;
    const timer = setTimeout(() => dispatch({ type: "steady" }), steadyAfterMs);
    return () => clearTimeout(timer);
  }, [phase, dispatch]);

  useEffect(() => {
    if (!room) return;
    return listenToHints(room, {
      livestream: ({ changes }) => dispatch({ type: "edited", changes }),
    });
  }, [room, dispatch]);
}
