import "server-only";
import { and, eq, inArray, lt } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { announce } from "@/lib/db/bus";
import { livestreams } from "@/lib/db/schema/livestreams";
import { endSessionsOfLivestream } from "@/lib/encoders/encoder-sessions";
import { expireGuests } from "@/lib/guests/expire-guests";
import { roomsOf } from "@/lib/livekit/rooms";
import { livestreamStatusesBefore } from "@/lib/livestreams/livestream";
import { log } from "@/lib/log";
import { disconnectEverybody, holdSeats } from "@/lib/participants/presence";

/**
 * scheduled or live → ended, for good. Who may ask is the caller's question: a host does, and the
 * sweep does for a show that its hosts left alone.
 *
 * @param awaySince ends it only if no host has been seen since; a host may come back at this moment
 */
export async function endLivestream(
  { db, livekit, now }: Context,
  mint: string,
  awaySince?: Date,
): Promise<void> {
  const ended = await db.transaction(async (tx) => {
    // Seats before the livestream, as LiveKit's webhooks lock them too: the other way round, a
    // viewer who leaves at this moment and the end would wait for each other for ever.
    await holdSeats(tx, mint);
    const moved = await tx
      .update(livestreams)
      .set({ status: "ended", endedAt: now() })
      .where(
        and(
          eq(livestreams.mint, mint),
          inArray(livestreams.status, livestreamStatusesBefore("end")),
          awaySince && lt(livestreams.hostSeenAt, awaySince),
        ),
      )
      .returning({ mint: livestreams.mint });
    if (moved.length === 0) return false;
    await disconnectEverybody(tx, mint, now());
    await expireGuests(tx, mint);
    await endSessionsOfLivestream(tx, mint, now());
    await announce(tx, { mint, what: "livestream" });
    return true;
  });
  if (!ended) return;
  // The gate refuses from here on; a room that LiveKit could not close now, the sweep closes.
  await Promise.all(
    roomsOf(mint).map((room) =>
      livekit
        .deleteRoom(room)
        .catch((error) => log.warn("the room of an ended show is still open", error)),
    ),
  );
}
