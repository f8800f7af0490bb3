"use client";

import { useMemo, useReducer } from "react";
import { ApiError, call } from "@/lib/client/server-api/api";
import { liftFrom } from "@/lib/client/server-api/lift-restriction";
import type { admitAllGuests, admitGuest } from "@/lib/contracts/guests";
import type { GuestPlace, WaitingGuest } from "@/lib/contracts/livestreams";
import {
  type Decision,
  emptyWaitingList,
  type WaitingList,
  waitingGuests,
  waitingList,
  whoIsAdmitted,
} from "./waiting-list";

type Frame = { version: number; guests: WaitingGuest[] };

export type WaitingRoom = Pick<WaitingList, "deciding" | "arrived" | "answered"> & {
  /** Whether the server has sent the list yet. */
  known: boolean;
  waiting: WaitingGuest[];
  admitted: WaitingGuest[];
  /**
   * Resolves to false if there is no such guest to decide about.
   * @throws ApiError: another host was faster, the guest has left, or there was no response */
  decide: (guest: WaitingGuest, decision: Decision) => Promise<boolean>;
  /** Undoes a denial: the guest waits again. @throws ApiError */
  undoDenial: (guest: WaitingGuest) => Promise<unknown>;
  /** Admits everyone this host may admit. @throws ApiError */
  admitAll: (guests: WaitingGuest[], to: GuestPlace) => Promise<unknown>;
  /** Feed the livestream's events about guests in here. */
  snapshot: (frame: Frame) => void;
  delta: (frame: Frame) => void;
};

/** A decision in the API's format. */
const inWords = (decision: Decision) =>
  decision === "deny"
    ? ({ action: "deny" } as const)
    : ({ action: "admit", place: decision } as const);

/** A livestream's waiting room, with this host's decisions. */
export function useWaitingList(mint: string): WaitingRoom {
  const [list, dispatch] = useReducer(waitingList, emptyWaitingList);
  const actions = useMemo(() => {
    const settle = async (guests: WaitingGuest[], decision: Decision, ask: () => Promise<void>) => {
      const identities = guests.map(({ identity }) => identity);
      dispatch({ type: "asked", identities, decision });
      try {
        await ask();
        dispatch({ type: "decided", identities });
        return true;
      } catch (error) {
        dispatch({ type: "undecided", identities });
        // No error needed: the stream has removed the guest from the list, or will.
        if (error instanceof ApiError && error.code === "guest-not-found") return false;
        throw error;
      }
    };
    return {
      decide: (guest: WaitingGuest, decision: Decision) =>
        settle([guest], decision, async () => {
          const { identity: guestIdentity } = guest;
          const body = { roomId: mint, guestIdentity, ...inWords(decision) };
          await call<typeof admitGuest>("POST", "/api/v1/livekit/guest/admit", { body });
        }),
      undoDenial: ({ identity }: WaitingGuest) => liftFrom(mint, identity),
      admitAll: (guests: WaitingGuest[], place: GuestPlace) =>
        settle(guests, place, async () => {
          await call<typeof admitAllGuests>("POST", "/api/v1/livekit/guest/admit-all", {
            body: { roomId: mint, place },
          });
        }),
      snapshot: (frame: Frame) => dispatch({ type: "snapshot", frame }),
      delta: (frame: Frame) => dispatch({ type: "delta", frame }),
    };
  }, [mint]);
  return useMemo(
    () => ({
      known: list.version !== null,
      waiting: waitingGuests(list),
      admitted: whoIsAdmitted(list),
      deciding: list.deciding,
      arrived: list.arrived,
      answered: list.answered,
      ...actions,
    }),
    [list, actions],
  );
}
