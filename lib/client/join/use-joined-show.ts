"use client";

import type { Room } from "livekit-client";
import { useState } from "react";
import { useLivestreamEvents } from "@/lib/client/room/use-livestream-events";
import { useStageBrand } from "@/lib/client/room/use-stage-look";
import type { Brand } from "@/lib/contracts/accounts/brand";
import type { Livestream } from "@/lib/contracts/livestreams";
import type { StageLook } from "@/lib/contracts/look";
import type { GuestState } from "./join-model";

export type JoinedShow = {
  onAir: boolean;
  /** The show's data may be outdated. */
  stale: boolean;
  /** ISO instant; null before the show, and in a private one. */
  startedAt: string | null;
  watching: number | null;
  slowModeSeconds: number;
  /** Used until the room sends a look. */
  look: StageLook | undefined;
  brand: Brand | null;
};

/**
 * The show that a guest has joined, kept up to date. Only members can follow a private show: for
 * those, a guest has the data of their last request, and the room says when the show goes live or
 * has another brand kit.
 */
export function useJoinedShow(
  visit: GuestState | null,
  room: Room | null,
  onLive: () => void,
): JoinedShow {
  const [followed, setFollowed] = useState<Livestream | null>(null);
  const { mint = "", status, visibility } = visit?.livestream ?? {};
  const stale = useLivestreamEvents(
    mint,
    {
      livestream: (livestream) => {
        setFollowed(livestream);
        if (livestream.status === "live") onLive();
      },
    },
    { enabled: visit !== null && visibility !== "private" },
  );
  const known = followed ?? visit?.livestream;
  const brand = useStageBrand(room, known?.brand ?? null);
  return {
    stale,
    onAir: (followed?.status ?? status) === "live",
    startedAt: followed?.startedAt ?? null,
    watching: followed?.watching ?? null,
    slowModeSeconds: followed?.slowModeSeconds ?? 0,
    look: followed?.look,
    brand,
  };
}
