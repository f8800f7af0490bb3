import "server-only";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import type { StreamKey } from "@/lib/contracts/stream-keys";
import { streamKeys } from "@/lib/db/schema/encoders";
import { participants } from "@/lib/db/schema/participants";
import { requireMay } from "@/lib/livestreams/find-livestream";
import { identityOfKey, toStreamKey } from "./stream-key";

export async function listStreamKeys(
  { db }: Pick<Context, "db">,
  creator: Account,
  mint: string,
): Promise<{ streamKeys: StreamKey[] }> {
  await requireMay(db, mint, creator.id, "manage-stream-keys");
  const rows = await db
    .select({ key: streamKeys, sid: participants.sid })
    .from(streamKeys)
    .leftJoin(
      participants,
      and(
        eq(participants.mint, streamKeys.mint),
        eq(participants.identity, sql`${identityOfKey("")} || ${streamKeys.id}`),
      ),
    )
    .where(and(eq(streamKeys.mint, mint), isNull(streamKeys.revokedAt)))
    .orderBy(desc(streamKeys.createdAt), desc(streamKeys.id));
  return { streamKeys: rows.map(({ key, sid }) => toStreamKey(key, sid !== null)) };
}
