import "server-only";
import { and, asc, eq, inArray, lt } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { overStatuses } from "@/lib/contracts/common/livestream-status";
import type { Queries } from "@/lib/db/client";
import { chatMessages, chatVisitors } from "@/lib/db/schema/chat";
import { livestreams } from "@/lib/db/schema/livestreams";
import { participants } from "@/lib/db/schema/participants";
import { webhookEvents } from "@/lib/db/schema/webhook-events";
import { log } from "@/lib/log";
import { closeRooms } from "@/lib/show/close-rooms";
import { deleteOver } from "@/lib/show/delete-livestream";
import { deleteBatches } from "./delete-batches";

/** Few, because each takes its chat, people and pictures with it. */
const showsAtOnce = 20;

/** The tables with the most rows of a livestream. */
const large = [chatMessages, chatVisitors, participants, webhookEvents];

type Show = Pick<typeof livestreams.$inferSelect, "mint" | "status">;

/**
 * Deletes livestreams that ended or were cancelled before an instant, with everything in them, as their creators
 * can. One that cannot be deleted does not stop the others.
 *
 * @returns whether there may be more
 */
export async function purgeShows(
  context: Pick<Context, "db" | "livekit">,
  before: Date,
): Promise<boolean> {
  const found = await context.db
    .select({ mint: livestreams.mint, status: livestreams.status })
    .from(livestreams)
    .where(isOld(before))
    .orderBy(asc(livestreams.endedAt))
    .limit(showsAtOnce);
  let more = false;
  for (const show of found) {
    const { mint } = show;
    try {
      const isDeleted = await purgeShow(context, show, before);
      if (isDeleted) log.info("a livestream was deleted after its retention", { mint });
      more ||= !isDeleted || found.length === showsAtOnce;
    } catch (error) {
      log.warn("a livestream could not be deleted after its retention", error, { mint });
    }
  }
  return more;
}

const isOld = (before: Date) =>
  and(inArray(livestreams.status, overStatuses), lt(livestreams.endedAt, before));

/** @returns false if rows are left to delete first, or if the livestream is no longer over */
async function purgeShow(
  context: Pick<Context, "db" | "livekit">,
  { mint, status }: Show,
  before: Date,
): Promise<boolean> {
  const { db } = context;
  const still = and(eq(livestreams.mint, mint), isOld(before));
  // A cancelled one may have been planned again since, and even be live.
  const find = (tx: Queries) =>
    tx.select({ mint: livestreams.mint }).from(livestreams).where(still);
  await closeRooms(context, [mint], async () => (await find(db)).length > 0);
  if (status === "ended") {
    for (const table of large) {
      if (await deleteBatches(db, table, eq(table.mint, mint))) return false;
    }
  }
  return db.transaction(async (tx) => {
    await holdSeats(tx, mint);
    const held = await find(tx).for("update");
    return held.length > 0 && deleteOver(tx, [mint]);
  });
}

/** Before the livestream, in the order of all other changes. */
async function holdSeats(tx: Queries, mint: string): Promise<void> {
  await tx
    .select({ identity: participants.identity })
    .from(participants)
    .where(eq(participants.mint, mint))
    .orderBy(participants.identity)
    .for("update");
}
