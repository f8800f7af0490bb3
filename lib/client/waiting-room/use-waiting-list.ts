"use client";

import { useMemo, useReducer } from "react";
import { ApiError, call } from "@/lib/client/server-api/api";
import { liftFrom } from "@/lib/client/server-api/lift-restriction";
import type { admitAllGuests, admitGuest } from "@/lib/contracts/guests";
import type { WaitingGuest } from "@/lib/contracts/livestreams";
import {
  type Decision,
  emptyWaitingList,
  type WaitingList,
  waitingList,
  whoIsAdmitted,
  whoWaits,
} from "./waiting-list";

type Frame = { version: number; guests: WaitingGuest[] };

export type WaitingRoom = Pick<WaitingList, "deciding" | "arrived" | "answered"> & {
  /** Whether the server has said yet who waits. */
  known: boolean;
  waiting: WaitingGuest[];
  admitted: WaitingGuest[];
  /** @throws ApiError: another host was faster, the guest has left, or no answer came */
  decide: (guest: WaitingGuest, decision: Decision) => Promise<void>;
  /** Takes a denial back: the guest waits again. @throws ApiError */
  undoDenial: (guest: WaitingGuest) => Promise<unknown>;
  /** Admits everybody whom this host may. @throws ApiError */
  admitAll: (guests: WaitingGuest[], to: "admit" | "backstage") => Promise<void>;
  /** What the livestream's event stream says about guests goes in here. */
  snapshot: (frame: Frame) => void;
  delta: (frame: Frame) => void;
};

/** A decision as the server takes it. */
const inWords = {
  admit: { action: "admit", place: "stage" },
  backstage: { action: "admit", place: "backstage" },
  deny: { action: "deny" },
} as const;

/** The waiting room of a livestream, with what this host decides in it. */
export function useWaitingList(mint: string): WaitingRoom {
  const [list, dispatch] = useReducer(waitingList, emptyWaitingList);
  const deeds = useMemo(() => {
    const settle = async (guests: WaitingGuest[], decision: Decision, ask: () => Promise<void>) => {
      const identities = guests.map(({ identity }) => identity);
      dispatch({ type: "asked", identities, decision });
      try {
        await ask();
        dispatch({ type: "decided", identities });
      } catch (error) {
        dispatch({ type: "undecided", identities });
        // Said already: the stream has taken the guest off the list, or will.
        if (error instanceof ApiError && error.code === "guest-not-found") return;
        throw error;
      }
    };
    return {
      decide: (guest: WaitingGuest, decision: Decision) =>
        settle([guest], decision, async () => {
          const { identity: guestIdentity } = guest;
          const body = { roomId: mint, guestIdentity, ...inWords[decision] };
          await call<typeof admitGuest>("POST", "/api/v1/livekit/guest/admit", { body });
        }),
      undoDenial: ({ identity }: WaitingGuest) => liftFrom(mint, identity),
      admitAll: (guests: WaitingGuest[], to: "admit" | "backstage") =>
        settle(guests, to, async () => {
          await call<typeof admitAllGuests>("POST", "/api/v1/livekit/guest/admit-all", {
            body: { roomId: mint, place: inWords[to].place },
          });
        }),
      snapshot: (frame: Frame) => dispatch({ type: "snapshot", frame }),
      delta: (frame: Frame) => dispatch({ type: "delta", frame }),
    };
  }, [mint]);
  return useMemo(
    () => ({
      known: list.version !== null,
      waiting: whoWaits(list),
      admitted: whoIsAdmitted(list),
      deciding: list.deciding,
      arrived: list.arrived,
      answered: list.answered,
      ...deeds,
    }),
    [list, deeds],
  );
}
