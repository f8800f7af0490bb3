import "server-only";
import { and, count, eq, isNull } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import type { StreamKey } from "@/lib/contracts/stream-keys";
import { streamKeys } from "@/lib/db/schema/encoders";
import { takeTurns } from "@/lib/db/take-turns";
import { newStreamKeyId } from "@/lib/ids";
import { refuseEnded, requireMay } from "@/lib/livestreams/find-livestream";
import { Problem } from "@/lib/problem";
import { newStreamKey, toStreamKey } from "./stream-key";

/** More encoders than anyone has, and few enough to read through. */
const keysPerLivestream = 10;

/** Creates a key. Only this response contains it in readable form. */
export async function createStreamKey(
  { db, now }: Pick<Context, "db" | "now">,
  creator: Account,
  { mint, name }: { mint: string; name: string },
): Promise<StreamKey & { key: string }> {
  const { status } = await requireMay(db, mint, creator.id, "manage-stream-keys");
  refuseEnded(status);
  const { key, columns } = newStreamKey();
  const row = await db.transaction(async (tx) => {
    // Serialized, so that parallel requests cannot exceed the limit.
    await takeTurns(tx, `stream-keys ${mint}`);
    const [held] = await tx
      .select({ keys: count() })
      .from(streamKeys)
      .where(and(eq(streamKeys.mint, mint), isNull(streamKeys.revokedAt)));
    if ((held?.keys ?? 0) >= keysPerLivestream) {
      throw new Problem(
        "too-many-stream-keys",
        "This livestream has 10 stream keys. Revoke one you don’t use.",
      );
    }
    const values = { id: newStreamKeyId(), mint, name, createdBy: creator.id, createdAt: now() };
    const [made] = await tx
      .insert(streamKeys)
      .values({ ...values, ...columns })
      .returning();
    if (!made) throw new Error("the key was not returned");
    return made;
  });
  return { ...toStreamKey(row, false), key };
}
