import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { type StreamKey, streamKey } from "@/lib/contracts/stream-keys";
import { accounts } from "@/lib/db/schema/accounts";
import { streamKeys } from "@/lib/db/schema/encoders";
import { hashSecret, newSecret } from "@/lib/secrets";

/** The prefix of every key, so that leaked keys are recognizable in logs and on screens. */
const prefix = "stream_";

/** An encoder, identified by its stream key. */
export type Encoder = Pick<typeof streamKeys.$inferSelect, "id" | "mint" | "createdBy" | "hash">;

/** The identity stays the same per key, so that a reconnecting encoder replaces itself. */
export const identityOfKey = (id: string) => `e_${id}`;

/** A new secret, with the columns stored for it. */
export function newStreamKey(): { key: string; columns: { hash: string; ending: string } } {
  const key = `${prefix}${newSecret()}`;
  return { key, columns: { hash: hashSecret(key), ending: key.slice(-4) } };
}

/** The encoder of a key that has not been revoked, unless the key's account is suspended. */
export async function encoderOfKey(
  { db }: Pick<Context, "db">,
  key: string,
): Promise<Encoder | null> {
  if (!key.startsWith(prefix)) return null;
  const { id, mint, createdBy, hash } = streamKeys;
  const [found] = await db
    .select({ id, mint, createdBy, hash })
    .from(streamKeys)
    .innerJoin(accounts, eq(accounts.id, createdBy))
    .where(
      and(eq(hash, hashSecret(key)), isNull(streamKeys.revokedAt), isNull(accounts.suspendedAt)),
    );
  return found ?? null;
}

/** The row in the API's format, without the hash. */
export function toStreamKey(
  { createdAt, lastUsedAt, ...row }: typeof streamKeys.$inferSelect,
  connected: boolean,
): StreamKey {
  return streamKey.parse({
    ...row,
    connected,
    identity: identityOfKey(row.id),
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  });
}
