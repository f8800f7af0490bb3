import "server-only";
import { and, eq, isNull, ne } from "drizzle-orm";
import type { Queries } from "@/lib/db/client";
import { participants } from "@/lib/db/schema/participants";
import { clearFeatured } from "./featured";
import { voided } from "./voided";

/**
 * Ends all of an account's seats in a livestream. Tokens are void before the caller disconnects it,
 * so that no reconnect slips through in between.
 */
export async function voidSeats(
  tx: Queries,
  { mint, accountId, at }: { mint: string; accountId: string; at: Date },
): Promise<void> {
  await tx
    .update(participants)
    .set(voided(at))
    .where(
      and(
        eq(participants.mint, mint),
        eq(participants.accountId, accountId),
        ne(participants.role, "guest"),
        isNull(participants.removedAt),
      ),
    );
  await clearFeatured(tx, mint, accountId);
}
