import "server-only";
import { and, eq, isNull, ne } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { participants } from "@/lib/db/schema/participants";
import { checkRoom, stageRoom } from "@/lib/livekit/rooms";
import { log } from "@/lib/log";
import { clearFeatured, holdPlace } from "./featured";
import { voided } from "./voided";

/**
 * Ends every seat an account has in a livestream: its tokens are void before its connections are
 * closed, so that no reconnect slips through between the two.
 */
export async function voidSeats(
  { db, livekit, now }: Context,
  mint: string,
  accountId: string,
): Promise<void> {
  const seats = await db.transaction(async (tx) => {
    await holdPlace(tx, mint, accountId);
    const ended = await tx
      .update(participants)
      .set(voided(now()))
      .where(
        and(
          eq(participants.mint, mint),
          eq(participants.accountId, accountId),
          ne(participants.role, "guest"),
          isNull(participants.removedAt),
        ),
      )
      .returning({ identity: participants.identity });
    await clearFeatured(tx, mint, accountId);
    return ended;
  });
  await Promise.all(
    seats.flatMap(({ identity }) =>
      [stageRoom(mint), checkRoom(mint)].map((room) =>
        livekit
          .remove(room, identity)
          .catch((error) => log.warn("a voided seat is still connected", error)),
      ),
    ),
  );
}
