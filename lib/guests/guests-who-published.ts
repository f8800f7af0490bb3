import "server-only";
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Queries } from "@/lib/db/client";
import { guests } from "@/lib/db/schema/guests";

/** LiveKit reported a published track of this participant. Does nothing for anyone but guests. */
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
 * The names of guests who were on stage, in the order they knocked. A guest's status says how their
 * visit ended, not whether they were seen, so this uses LiveKit's reports.
 */
export async function guestsWhoPublished(db: Queries, mint: string): Promise<string[]> {
  const rows = await db
    .select({ name: guests.name })
    .from(guests)
    .where(and(eq(guests.mint, mint), isNotNull(guests.publishedAt)))
    .orderBy(guests.knockedAt);
  return rows.map(({ name }) => name);
}
