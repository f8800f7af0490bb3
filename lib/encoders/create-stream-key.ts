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

/** More encoders than anybody has, and few enough to look through. */
const keysPerLivestream = 10;

/** Makes a key; the answer is the only place where it is ever readable. */
export async function createStreamKey(
  { db, now }: Pick<Context, "db" | "now">,
  creator: Account,
  { mint, name }: { mint: string; name: string },
): Promise<StreamKey & { key: string }> {
  const { status } = await requireMay(db, mint, creator.id, "manage-stream-keys");
  refuseEnded(status);
  const { key, columns } = newStreamKey();
  const row = await db.transaction(async (tx) => {
    // Two requests at once take turns, so that the bound holds.
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
