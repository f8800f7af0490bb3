import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Queries } from "@/lib/db/client";
import { guests } from "@/lib/db/schema/guests";

/**
 * Records that a guest of a private show receives a stage token.
 *
 * @returns whether it is the first: a lobby token is good for only one
 */
export async function noteStageToken(
  db: Queries,
  { mint, identity }: { mint: string; identity: string },
): Promise<boolean> {
  const first = await db
    .update(guests)
    .set({ stageTokenAt: sql`now()` })
    .where(
      and(
        eq(guests.mint, mint),
        eq(guests.identity, identity),
        eq(guests.status, "admitted"),
        isNull(guests.stageTokenAt),
      ),
    )
    .returning({ identity: guests.identity });
  return first.length > 0;
}
