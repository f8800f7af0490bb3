"use client";

import { DisconnectReason, type Room } from "livekit-client";
import { useEffect, useState } from "react";
import { call } from "@/lib/client/server-api/api";
import { backoffMs } from "@/lib/client/server-api/backoff";
import { untilAnswered } from "@/lib/client/server-api/until-answered";
import type { BackstageRole, backstageToken, RoomToken } from "@/lib/contracts/tokens";
import { afterLoss, firstTry, onceSteady, steadyMs } from "./tries";
import { useShowRoom } from "./use-show-room";

/**
 * The connection to a livestream's backstage room while `wanted`; null until connected. `as` is the
 * role on this page, since a host may also have joined as a guest. It reconnects, less and less
 * often, until the server refuses or the same person joins in another tab.
 */
export function useBackstageRoom(mint: string, as: BackstageRole, wanted: boolean): Room | null {
  const [tries, setTries] = useState(firstTry);
  const { attempt, failures } = tries;
  const [pass, setPass] = useState<RoomToken | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt needs its own token
  useEffect(() => {
    if (!wanted) return;
    const abort = new AbortController();
    const { signal } = abort;
    const ask = () =>
      call<typeof backstageToken>(
        "POST",
        "/livestreams/{mint}/backstage/token",
        { params: { mint }, body: { as } },
        signal,
      );
    // Refused: this person no longer belongs backstage, and the page says so elsewhere.
    untilAnswered(ask, signal).then(setPass, () => undefined);
    return () => {
      abort.abort();
      setPass(null);
    };
  }, [mint, as, wanted, attempt]);
  const { room, phase } = useShowRoom(pass);
  const lost =
    phase.name === "disconnected" && phase.reason !== DisconnectReason.DUPLICATE_IDENTITY;
  useEffect(() => {
    if (!lost) return;
    const waitMs = backoffMs(failures + 1, Math.random());
    const timer = setTimeout(() => setTries(afterLoss), waitMs);
    return () => clearTimeout(timer);
  }, [lost, failures]);
  const connected = phase.name === "connected";
  useEffect(() => {
    if (!connected) return;
    const timer = setTimeout(() => setTries(onceSteady), steadyMs);
    return () => clearTimeout(timer);
  }, [connected]);
  return phase.name === "connected" || phase.name === "reconnecting" ? room : null;
}
