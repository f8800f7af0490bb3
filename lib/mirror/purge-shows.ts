import "server-only";
import { and, asc, inArray, lt } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { overStatuses } from "@/lib/contracts/common/livestream-status";
import type { Queries } from "@/lib/db/client";
import { livestreams } from "@/lib/db/schema/livestreams";
import { participants } from "@/lib/db/schema/participants";
import { closeRooms } from "@/lib/show/close-rooms";
import { deleteOver } from "@/lib/show/delete-livestream";

/** Few, because each takes its chat, people and pictures with it. */
const showsAtOnce = 20;

/**
 * Deletes livestreams that ended or were cancelled before an instant, with everything in them, as their creators
 * can.
 *
 * @returns whether there may be more
 */
export async function purgeShows(
  context: Pick<Context, "db" | "livekit">,
  before: Date,
): Promise<boolean> {
  const old = and(inArray(livestreams.status, overStatuses), lt(livestreams.endedAt, before));
  const found = await context.db
    .select({ mint: livestreams.mint })
    .from(livestreams)
    .where(old)
    .orderBy(asc(livestreams.endedAt))
    .limit(showsAtOnce);
  if (found.length === 0) return false;
  const mints = found.map(({ mint }) => mint);
  await closeRooms(context, mints);
  await context.db.transaction(async (tx) => {
    await holdAllSeats(tx, mints);
    // A cancelled one may have been planned again since.
    const still = await tx
      .select({ mint: livestreams.mint })
      .from(livestreams)
      .where(and(inArray(livestreams.mint, mints), old))
      .orderBy(livestreams.mint)
      .for("update");
    await deleteOver(
      tx,
      still.map(({ mint }) => mint),
    );
  });
  return found.length === showsAtOnce;
}

/** Before the livestreams, in the order of all other changes. */
async function holdAllSeats(tx: Queries, mints: string[]): Promise<void> {
  await tx
    .select({ identity: participants.identity })
    .from(participants)
    .where(inArray(participants.mint, mints))
    .orderBy(participants.mint, participants.identity)
    .for("update");
}
