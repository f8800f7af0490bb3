import { sql } from "drizzle-orm";
import { participants } from "@/lib/db/schema/participants";

/**
 * The column of an identity whose tokens are void from `now`. A second time within one second has to
 * reach further: a token signed between the two begins with the next second.
 */
export const voidTokens = (now: Date) => ({
  revokedBefore: sql`greatest(
    ${now.toISOString()}::timestamptz,
    date_trunc('second', ${participants.revokedBefore} + interval '999 milliseconds')
      + interval '1 millisecond'
  )`,
});

/** The same for an identity that has been removed. */
export const voided = (now: Date) => ({ removedAt: now, ...voidTokens(now) });
