import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { type StreamKey, streamKey } from "@/lib/contracts/stream-keys";
import { streamKeys } from "@/lib/db/schema/encoders";
import { hashSecret, newSecret } from "@/lib/secrets";

/** Set before every key, so that one in a log or on a screen is known for what it is. */
const prefix = "stream_";

/** An encoder, by the key that it sends with. */
export type Encoder = Pick<typeof streamKeys.$inferSelect, "id" | "mint" | "createdBy" | "hash">;

/** A key's encoder keeps its identity, so that who comes back takes its own place. */
export const identityOfKey = (id: string) => `e_${id}`;

/** A new secret with the columns that are stored of it. */
export function newStreamKey(): { key: string; columns: { hash: string; ending: string } } {
  const key = `${prefix}${newSecret()}`;
  return { key, columns: { hash: hashSecret(key), ending: key.slice(-4) } };
}

/** The encoder behind a key that was not revoked. */
export async function encoderOfKey(
  { db }: Pick<Context, "db">,
  key: string,
): Promise<Encoder | null> {
  if (!key.startsWith(prefix)) return null;
  const { id, mint, createdBy, hash } = streamKeys;
  const [found] = await db
    .select({ id, mint, createdBy, hash })
    .from(streamKeys)
    .where(and(eq(hash, hashSecret(key)), isNull(streamKeys.revokedAt)));
  return found ?? null;
}

/** The row as its owner sees it: without the hash. */
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
