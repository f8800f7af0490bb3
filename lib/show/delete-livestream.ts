import "server-only";
import { and, eq, ne } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import { livestreams } from "@/lib/db/schema/livestreams";
import { participants } from "@/lib/db/schema/participants";
import { webhookEvents } from "@/lib/db/schema/webhook-events";
import { requireMay } from "@/lib/livestreams/find-livestream";
import { Problem } from "@/lib/problem";
import { closeRooms } from "./close-rooms";
import { cancelPlanned } from "./end-livestream";

/**
 * Deletes a livestream and everything that belongs to it. One that has not begun is cancelled
 * first, so that everyone who waits for it is told.
 */
export async function deleteLivestream(
  context: Context,
  creator: Account,
  mint: string,
): Promise<void> {
  await requireMay(context.db, mint, creator.id, "delete");
  await cancelPlanned(context, mint, creator.id);
  await closeRooms(context, [mint]);
  await context.db.transaction(async (tx) => {
    // Deleting a seat deletes its guest, which refers to an invite.
    await tx.delete(participants).where(eq(participants.mint, mint));
    const deleted = await tx
      .delete(livestreams)
      .where(and(eq(livestreams.mint, mint), ne(livestreams.status, "live")))
      .returning({ mint: livestreams.mint });
    if (deleted.length === 0) {
      throw new Problem("livestream-live", "End this livestream before you delete it.");
    }
    await tx.delete(webhookEvents).where(eq(webhookEvents.mint, mint));
  });
}
