import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import type { Queries } from "@/lib/db/client";
import { streamKeys } from "@/lib/db/schema/encoders";
import { requireMay } from "@/lib/livestreams/find-livestream";
import { disconnectEncoder, endSessionsOfKey } from "./encoder-sessions";
import { streamKeyNotFound } from "./rotate-stream-key";
import { identityOfKey } from "./stream-key";

type Key = { mint: string; id: string };

export async function revokeStreamKey(context: Context, creator: Account, key: Key): Promise<void> {
  await requireMay(context.db, key.mint, creator.id, "manage-stream-keys");
  if (!(await voidStreamKey(context, key))) throw streamKeyNotFound();
}

/**
 * Revokes a key and then disconnects its encoder. In this order, because encoders reconnect
 * automatically within seconds. The caller has checked permissions.
 */
export async function voidStreamKey(
  context: Context,
  { mint, id }: Key,
  record?: (tx: Queries) => Promise<void>,
): Promise<boolean> {
  const { db, now } = context;
  const revoked = await db.transaction(async (tx) => {
    const rows = await tx
      .update(streamKeys)
      .set({ revokedAt: now() })
      .where(and(eq(streamKeys.id, id), eq(streamKeys.mint, mint), isNull(streamKeys.revokedAt)))
      .returning({ id: streamKeys.id });
    if (rows.length === 0) return false;
    await endSessionsOfKey(tx, id, now());
    await record?.(tx);
    return true;
  });
  if (revoked) await disconnectEncoder(context, { mint, identity: identityOfKey(id) });
  return revoked;
}
