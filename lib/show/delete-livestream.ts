import "server-only";
import { and, inArray, isNotNull, ne } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import { announcementOf } from "@/lib/db/bus";
import type { Queries } from "@/lib/db/client";
import { livestreams } from "@/lib/db/schema/livestreams";
import { participants } from "@/lib/db/schema/participants";
import { reports } from "@/lib/db/schema/reports";
import { webhookEvents } from "@/lib/db/schema/webhook-events";
import { presentLivestream, requireMay } from "@/lib/livestreams/find-livestream";
import { Problem } from "@/lib/problem";
import { closeRooms } from "./close-rooms";
import { cancelPlanned } from "./end-livestream";

/**
 * Deletes a livestream and everything that belongs to it, except reports that no admin has decided about.
 * One that has not begun is cancelled first, so that everyone who waits for it is told.
 */
export async function deleteLivestream(
  context: Context,
  creator: Account,
  mint: string,
): Promise<void> {
  await requireMay(context.db, mint, creator.id, "delete");
  await cancelPlanned(context, mint, creator.id);
  if ((await presentLivestream(context.db, mint)).status === "live") throw stillLive();
  await closeRooms(context, [mint]);
  await context.db.transaction(async (tx) => {
    if (!(await deleteOver(tx, [mint]))) throw stillLive();
  });
}

const stillLive = () => new Problem("livestream-live", "End this livestream before you delete it.");

/**
 * Deletes livestreams that are over, with everything in them. The caller has closed their rooms.
 *
 * @returns false if one of them is live; the transaction must then be undone
 */
export async function deleteOver(tx: Queries, mints: string[]): Promise<boolean> {
  if (mints.length === 0) return true;
  // Deleting a seat deletes its guest, which refers to an invite.
  await tx.delete(participants).where(inArray(participants.mint, mints));
  const deleted = await tx
    .delete(livestreams)
    .where(and(inArray(livestreams.mint, mints), ne(livestreams.status, "live")))
    .returning({ announced: announcementOf(livestreams.mint, "livestream") });
  await tx.delete(webhookEvents).where(inArray(webhookEvents.mint, mints));
  // The open ones stay: the creator may be the one who was reported.
  await tx.delete(reports).where(and(inArray(reports.mint, mints), isNotNull(reports.decidedAt)));
  return deleted.length === mints.length;
}
