import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Queries } from "@/lib/db/client";
import { guests } from "@/lib/db/schema/guests";

/**
 * Notes that a guest of a private show is given a token for the stage.
 *
 * @returns whether it is the first: their lobby token alone gets them no second one
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
