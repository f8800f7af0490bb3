import { sql } from "drizzle-orm";
import { participants } from "@/lib/db/schema/participants";

/**
 * Voids an identity's tokens as of `now`. A second revocation within the same second must reach
 * further: a token signed between the two starts with the next second.
 */
export const voidTokens = (now: Date) => ({
  revokedBefore: sql`greatest(
    ${now.toISOString()}::timestamptz,
    date_trunc('second', ${participants.revokedBefore} + interval '999 milliseconds')
      + interval '1 millisecond'
  )`,
});

/** The same for a removed identity. */
export const voided = (now: Date) => ({ removedAt: now, ...voidTokens(now) });
