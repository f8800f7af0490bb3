"use client";

import { useState } from "react";
import { useLivestreamEvents } from "@/lib/client/room/use-livestream-events";
import type { Livestream } from "@/lib/contracts/livestreams";
import type { StageLook } from "@/lib/contracts/look";
import type { GuestState } from "./join-model";

export type JoinedShow = {
  onAir: boolean;
  /** What is known of it may be old. */
  stale: boolean;
  /** ISO instant; null before the show, and in a private one. */
  startedAt: string | null;
  watching: number | null;
  slowModeSeconds: number;
  /** For as long as the room tells none. */
  look: StageLook | undefined;
};

/**
 * The show that a guest is in, as it changes. A private one is followed by its members only: of it
 * a guest knows what was true when they last asked.
 */
export function useJoinedShow({
  livestream: { mint, status, visibility },
}: GuestState): JoinedShow {
  const [followed, setFollowed] = useState<Livestream | null>(null);
  const stale = useLivestreamEvents(
    mint,
    { livestream: setFollowed },
    { enabled: visibility !== "private" },
  );
  return {
    stale,
    onAir: (followed?.status ?? status) === "live",
    startedAt: followed?.startedAt ?? null,
    watching: followed?.watching ?? null,
    slowModeSeconds: followed?.slowModeSeconds ?? 0,
    look: followed?.look,
  };
}
