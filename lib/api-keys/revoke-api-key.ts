import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import { apiKeys } from "@/lib/db/schema/accounts";
import { endSeatsOf } from "@/lib/participants/vouchers";
import { Problem } from "@/lib/problem";

/**
 * Revokes a key. It and the room tokens issued with it stop working with the next request; an open
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
