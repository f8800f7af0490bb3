import "server-only";
import { and, eq, inArray, lt } from "drizzle-orm";
import { recordDecision } from "@/lib/audit/record-decision";
import type { Context } from "@/lib/context";
import { announce } from "@/lib/db/bus";
import { livestreams } from "@/lib/db/schema/livestreams";
import { endSessionsOfLivestream } from "@/lib/encoders/encoder-sessions";
import { expireGuests } from "@/lib/guests/expire-guests";
import { roomsOf } from "@/lib/livekit/rooms";
import { livestreamStatusesBefore } from "@/lib/livestreams/livestream";
import { log } from "@/lib/log";
import { disconnectEverybody, holdSeats } from "@/lib/participants/presence";

type Ending =
  | { by: string }
  /** Abandoned: ends only if no host has been seen since. One may return at this moment. */
  | { by: null; awaySince: Date };

/**
 * scheduled or live → ended, permanently. Callers check permission: hosts may end a show, and the
 * sweep ends abandoned ones.
 */
export async function endLivestream(
  { db, livekit, now }: Context,
  mint: string,
  ending: Ending,
): Promise<void> {
  const ended = await db.transaction(async (tx) => {
    // Locks seats before the livestream, in the same order as LiveKit's webhooks. Otherwise a
    // viewer leaving at this moment and the end would deadlock.
    await holdSeats(tx, mint);
    const moved = await tx
      .update(livestreams)
      .set({ status: "ended", endedAt: now() })
      .where(
        and(
          eq(livestreams.mint, mint),
          inArray(livestreams.status, livestreamStatusesBefore("end")),
          ending.by === null ? lt(livestreams.hostSeenAt, ending.awaySince) : undefined,
        ),
      )
      .returning({ mint: livestreams.mint });
    if (moved.length === 0) return false;
    await disconnectEverybody(tx, mint, now());
    await expireGuests(tx, mint);
    await endSessionsOfLivestream(tx, mint, now());
    await announce(tx, { mint, what: "livestream" });
    await recordDecision(tx, { mint, event: "show_ended", by: ending.by });
    return true;
  });
  if (!ended) return;
  // The gate refuses connections from here on. The sweep closes rooms that LiveKit could not close
  // now.
  await Promise.all(
    roomsOf(mint).map((room) =>
      livekit.deleteRoom(room).catch((error) => log.warn("an ended room is still open", error)),
    ),
  );
}
