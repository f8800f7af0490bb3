import "server-only";
import { and, eq, getTableColumns, gt, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Account } from "@/lib/accounts/account";
import type { Livestream } from "@/lib/contracts/livestreams";
import { type Db, db } from "@/lib/db/client";
import { accounts, sessions } from "@/lib/db/schema/accounts";
import { livestreamMembers, livestreams } from "@/lib/db/schema/livestreams";
import { participants, restrictions } from "@/lib/db/schema/participants";
import { once } from "@/lib/once";
import { banOf } from "@/lib/participants/restrictions";
import { type Found, foundBy, shownColumns, toLivestream } from "./find-livestream";

/** Identified by the request's session, or by an already authenticated account. */
type Who = { sessionId: string } | { accountId: string } | null;

/** A livestream for one person, with the account the session belongs to. */
export type LoadedLivestream = {
  found: Found;
  account: Account | null;
  /** The instant before which the account's tokens for this show are void. */
  revokedBefore: Date | null;
  /** In the contract's format. */
  shown: () => Livestream;
};

const me = alias(accounts, "me");
const { passwordHash: _, ...account } = getTableColumns(me);

const asked = {
  mint: sql.placeholder("mint"),
  sessionId: sql.placeholder("sessionId"),
  accountId: sql.placeholder("accountId"),
  now: sql.placeholder("now"),
};

const revokedBefore = sql<Date | null>`(
  select max(seat.revoked_before) from ${participants} seat
  where seat.mint = ${asked.mint} and seat.account_id = ${me.id}
)`.mapWith(participants.revokedBefore);

/**
 * One statement for everything a picture waits for: session, ban, membership and the show itself.
 */
const statement = (db: Db) =>
  db
    .select({
      ...shownColumns,
      account,
      revokedBefore: revokedBefore as SQL<Date | null>,
      member: livestreamMembers.role,
      bannedAt: restrictions.createdAt,
    })
    .from(livestreams)
    .innerJoin(accounts, eq(accounts.id, livestreams.creatorId))
    .leftJoin(
      sessions,
      and(
        eq(sessions.id, asked.sessionId),
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, sql`${asked.now}::timestamptz`),
      ),
    )
    .leftJoin(
      me,
      and(
        sql`${me.id} = coalesce(${sessions.accountId}, ${asked.accountId})`,
        isNull(me.suspendedAt),
      ),
    )
    .leftJoin(
      livestreamMembers,
      and(eq(livestreamMembers.mint, livestreams.mint), eq(livestreamMembers.accountId, me.id)),
    )
    .leftJoin(restrictions, banOf(livestreams.mint, me.id))
    .where(eq(livestreams.mint, asked.mint))
    .prepare("load-livestream");

export async function loadLivestream(
  mint: string,
  who: Who,
  now: Date,
): Promise<LoadedLivestream | null> {
  const load = once("load-livestream", () => statement(db()));
  const [row] = await load.execute({
    mint,
    sessionId: who && "sessionId" in who ? who.sessionId : null,
    accountId: who && "accountId" in who ? who.accountId : null,
    now: now.toISOString(),
  });
  if (!row) return null;
  const { account, revokedBefore } = row;
  return {
    found: foundBy(account?.id ?? null, row),
    account,
    revokedBefore,
    shown: () => toLivestream(row),
  };
}
