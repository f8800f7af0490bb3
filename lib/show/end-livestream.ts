import "server-only";
import { and, eq, inArray, lt, sql } from "drizzle-orm";
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

type Ending = {
  /** The account that ends it; null for the command line and the sweep. */
  by: string | null;
  /** Ends it only if no host has been seen since. One may return at this moment. */
  awaySince?: Date;
  /** An admin's reason for ending someone else's show. */
  forceEndReason?: string;
};

/**
 * live → ended, permanently; scheduled → cancelled. Callers check permission: hosts may end a show, as
 * may admins, and the sweep ends abandoned ones.
 *
 * @returns false if it was over already
 */
export const endLivestream = (context: Context, mint: string, ending: Ending): Promise<boolean> =>
  finish(context, mint, { move: "end", ...ending });

/** scheduled → cancelled; does nothing in any other status. */
export const cancelPlanned = (context: Context, mint: string, by: string): Promise<boolean> =>
  finish(context, mint, { move: "cancel", by });

type How = Ending & { move: "end" | "cancel" };

async function finish(
  { db, livekit, now }: Context,
  mint: string,
  { move, ...ending }: How,
): Promise<boolean> {
  const ended = await db.transaction(async (tx) => {
    // Locks seats before the livestream, in the same order as LiveKit's webhooks. Otherwise a
    // viewer leaving at this moment and the end would deadlock.
    await holdSeats(tx, mint);
    const [over] = await tx
      .update(livestreams)
      .set({
        status: sql`case ${livestreams.status} when 'live' then 'ended' else 'cancelled' end`,
        endedAt: now(),
        forceEndReason: ending.forceEndReason,
      })
      .where(
        and(
          eq(livestreams.mint, mint),
          inArray(livestreams.status, livestreamStatusesBefore(move)),
          ending.awaySince && lt(livestreams.hostSeenAt, ending.awaySince),
        ),
      )
      .returning({ status: livestreams.status, title: livestreams.title });
    if (!over) return false;
    await disconnectEverybody(tx, mint, now());
    await expireGuests(tx, mint);
    await endSessionsOfLivestream(tx, mint, now());
    await announce(tx, { mint, what: "livestream" });
    await recordDecision(tx, decisionOf(mint, ending, over));
    return true;
  });
  if (!ended) return false;
  // The gate refuses connections from here on. The sweep closes rooms that LiveKit could not close
  // now.
  await Promise.all(
    roomsOf(mint).map((room) =>
      livekit.deleteRoom(room).catch((error) => log.warn("an ended room is still open", error)),
    ),
  );
  return true;
}

type Over = Pick<typeof livestreams.$inferSelect, "status" | "title">;

/** An admin's decision is the installation's, so that it stays when the creator deletes the show. */
function decisionOf(mint: string, { by, forceEndReason }: Ending, { status, title }: Over) {
  if (forceEndReason === undefined) {
    const event = status === "ended" ? "show_ended" : "show_cancelled";
    return { mint, event, by } as const;
  }
  const about = { subject: mint, subjectName: title, detail: forceEndReason };
  return { mint: null, event: "show_force_ended", by, ...about } as const;
}
