import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import { apiKeys } from "@/lib/db/schema/accounts";
import { endSeatsOf } from "@/lib/participants/vouchers";
import { Problem } from "@/lib/problem";

/**
 * The key stops working with the next request, and so do the room tokens that were issued to it; an open
 * event stream ends with its next event.
 */
export async function revokeApiKey(context: Context, owner: Account, id: string): Promise<void> {
  const { db, now } = context;
  const revoked = await db
    .update(apiKeys)
    .set({ revokedAt: now() })
    .where(and(eq(apiKeys.id, id), eq(apiKeys.accountId, owner.id), isNull(apiKeys.revokedAt)))
    .returning({ id: apiKeys.id });
  if (revoked.length === 0) {
    throw new Problem("api-key-not-found", "You don’t have an API key with this ID.");
  }
  await endSeatsOf(context, { kind: "key", voucherId: id });
}
