import "server-only";
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Queries } from "@/lib/db/client";
import { guests } from "@/lib/db/schema/guests";

/** LiveKit reported something that this participant publishes; nothing, if it is no guest. */
export async function notePublished(
  tx: Queries,
  mint: string,
  identity: string,
  at: Date,
): Promise<void> {
  await tx
    .update(guests)
    .set({ publishedAt: at })
    .where(and(eq(guests.mint, mint), eq(guests.identity, identity), isNull(guests.publishedAt)));
}

/**
 * Names of the guests who were on stage, as they knocked. A guest's status tells how it ended for
 * them, not whether they were seen: that is what LiveKit reported.
 */
export async function guestsWhoPublished(db: Queries, mint: string): Promise<string[]> {
  const rows = await db
    .select({ name: guests.name })
    .from(guests)
    .where(and(eq(guests.mint, mint), isNotNull(guests.publishedAt)))
    .orderBy(guests.knockedAt);
  return rows.map(({ name }) => name);
}
