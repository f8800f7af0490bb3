import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import type { StreamKey } from "@/lib/contracts/stream-keys";
import { streamKeys } from "@/lib/db/schema/encoders";
import { refuseEnded, requireMay } from "@/lib/livestreams/find-livestream";
import { Problem } from "@/lib/problem";
import { disconnectEncoder, endSessionsOfKey } from "./encoder-sessions";
import { identityOfKey, newStreamKey, toStreamKey } from "./stream-key";

/** Gives a key a new secret. The old one is void before its encoder is disconnected. */
export async function rotateStreamKey(
  context: Context,
  creator: Account,
  { mint, id }: { mint: string; id: string },
): Promise<StreamKey & { key: string }> {
  const { db, now } = context;
  const { status } = await requireMay(db, mint, creator.id, "manage-stream-keys");
  refuseEnded(status);
  const { key, columns } = newStreamKey();
  const row = await db.transaction(async (tx) => {
    const [rotated] = await tx
      .update(streamKeys)
      .set({ ...columns, lastUsedAt: null })
      .where(and(eq(streamKeys.id, id), eq(streamKeys.mint, mint), isNull(streamKeys.revokedAt)))
      .returning();
    if (!rotated) throw streamKeyNotFound();
    await endSessionsOfKey(tx, id, now());
    return rotated;
  });
  await disconnectEncoder(context, { mint, identity: identityOfKey(id) });
  return { ...toStreamKey(row, false), key };
}

export const streamKeyNotFound = () =>
  new Problem("stream-key-not-found", "This livestream doesn’t have a stream key with this ID.");
