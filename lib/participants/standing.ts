import "server-only";
import { and, eq, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Queries } from "@/lib/db/client";
import { outerColumn } from "@/lib/db/outer-column";
import { accounts, apiKeys, sessions } from "@/lib/db/schema/accounts";
import { encoderSessions, streamKeys } from "@/lib/db/schema/encoders";
import { guests } from "@/lib/db/schema/guests";
import { livestreamMembers, livestreams } from "@/lib/db/schema/livestreams";
import {
  featuredViewers,
  participants,
  restrictions,
  seatVouchers,
} from "@/lib/db/schema/participants";
import { programmeLinks } from "@/lib/db/schema/programme-links";
import { Problem } from "@/lib/problem";
import type { Standing } from "./entry";
import { stillHolds } from "./restrictions";

export type Seated = Standing & {
  identity: string;
  accountId: string | null;
  name: string;
  /** The account's handle. */
  handle: string | null;
  sid: string | null;
  /** The name of the host who put this viewer on stage. */
  calledBy: string | null;
};

/** Each fact below is a subquery about one row of participants. */
const outer = {
  mint: outerColumn(participants.mint),
  identity: outerColumn(participants.identity),
  accountId: outerColumn(participants.accountId),
};

const isBanned = sql<boolean>`exists (
  select 1 from ${restrictions}
  where ${restrictions.mint} = ${outer.mint} and ${restrictions.kind} = 'ban' and ${stillHolds}
    and ${restrictions.subject} in (${outer.identity}, ${outer.accountId})
)`;

const isFeatured = sql<boolean>`exists (
  select 1 from ${featuredViewers} featured
  where featured.mint = ${outer.mint} and featured.account_id = ${outer.accountId}
)`;

const isStreaming = sql<boolean>`${participants.role} = 'encoder' and exists (
  select 1 from ${encoderSessions} opened
  inner join ${streamKeys} held on held.id = opened.key_id and held.revoked_at is null
  where opened.mint = ${outer.mint} and opened.identity = ${outer.identity}
    and opened.ended_at is null
)`;

const isLinked = sql<boolean>`${participants.role} = 'programme' and exists (
  select 1 from ${programmeLinks} link
  where link.mint = ${outer.mint} and link.id = substr(${outer.identity}, 3, length(link.id))
)`;

const calledBy = sql<string | null>`(
  select host.name from ${featuredViewers} featured join ${accounts} host on host.id = featured.created_by
  where featured.mint = ${outer.mint} and featured.account_id = ${outer.accountId}
)`;

/** Never true for seats without an account. */
const isSignedOut = sql<boolean>`${accounts.suspendedAt} is not null or coalesce((
  select not bool_or(open.id is not null or held.id is not null)
  from ${seatVouchers} vouched
  left join ${sessions} open on vouched.kind = 'session' and open.id = vouched.voucher_id
    and open.ended_at is null and open.expires_at > now()
  left join ${apiKeys} held on vouched.kind = 'key' and held.id = vouched.voucher_id
    and held.revoked_at is null
    and exists (select 1 from accounts holder where holder.id = held.account_id and holder.suspended_at is null)
  where vouched.mint = ${outer.mint} and vouched.identity = ${outer.identity}
), false)`;

function standingRows(db: Queries, where: SQL | undefined) {
  return db
    .select({
      mint: participants.mint,
      identity: participants.identity,
      name: participants.name,
      handle: accounts.handle,
      sid: participants.sid,
      role: participants.role,
      hidden: participants.hidden,
      removedAt: participants.removedAt,
      revokedBefore: participants.revokedBefore,
      banned: isBanned,
      signedOut: isSignedOut,
      featured: isFeatured,
      streaming: isStreaming,
      linked: isLinked,
      calledBy,
      sources: participants.sources,
      accountId: participants.accountId,
      creatorId: livestreams.creatorId,
      member: livestreamMembers.role,
      guestStatus: guests.status,
      place: guests.place,
      livestreamStatus: livestreams.status,
      visibility: livestreams.visibility,
    })
    .from(participants)
    .innerJoin(livestreams, eq(livestreams.mint, participants.mint))
    .leftJoin(accounts, eq(accounts.id, participants.accountId))
    .leftJoin(
      guests,
      and(eq(guests.mint, participants.mint), eq(guests.identity, participants.identity)),
    )
    .leftJoin(
      livestreamMembers,
      and(
        eq(livestreamMembers.mint, participants.mint),
        eq(livestreamMembers.accountId, participants.accountId),
      ),
    )
    .where(where);
}

type StandingRow = Awaited<ReturnType<typeof standingRows>>[number];

const toSeated = ({ removedAt, creatorId, member, mint: _, ...row }: StandingRow): Seated => ({
  ...row,
  removed: removedAt !== null,
  membership: row.accountId !== null && row.accountId === creatorId ? "creator" : member,
});

async function standings(db: Queries, where: SQL | undefined): Promise<Seated[]> {
  return (await standingRows(db, where)).map(toSeated);
}

export async function standingOf(
  db: Queries,
  mint: string,
  identity: string,
): Promise<Seated | null> {
  const where = and(eq(participants.mint, mint), eq(participants.identity, identity));
  // A frequent query, so it is prepared: PostgreSQL plans named statements once per connection.
  const [found] = await standingRows(db, where).prepare("standing").execute();
  return found ? toSeated(found) : null;
}

export async function requireStanding(
  db: Queries,
  mint: string,
  identity: string,
): Promise<Seated> {
  const standing = await standingOf(db, mint, identity);
  if (standing) return standing;
  throw noParticipant();
}

export const noParticipant = () =>
  new Problem("participant-not-found", "This person is no longer here.");

/** The standings of many seats in any livestreams, keyed by `mint identity`. */
export async function standingsOf(
  db: Queries,
  seats: { mint: string; identity: string }[],
): Promise<Map<string, Seated>> {
  const mints = sql.param(seats.map(({ mint }) => mint));
  const identities = sql.param(seats.map(({ identity }) => identity));
  const known = await standingRows(
    db,
    sql`(${participants.mint}, ${participants.identity}) in (
      select * from unnest(${mints}::text[], ${identities}::text[])
    )`,
  );
  return new Map(known.map((row) => [`${row.mint} ${row.identity}`, toSeated(row)]));
}

/**
 * A viewer's visible seats that are or may be connected: those not yet reported by a webhook, and
 * `identity`. Updating a participant that LiveKit does not have does nothing.
 */
export async function visibleSeatsOf(
  db: Queries,
  mint: string,
  accountId: string,
  identity?: string,
): Promise<Seated[]> {
  return standings(
    db,
    and(
      eq(participants.mint, mint),
      eq(participants.accountId, accountId),
      eq(participants.role, "viewer"),
      eq(participants.hidden, false),
      or(
        isNotNull(participants.sid),
        isNull(participants.connectedAt),
        identity ? eq(participants.identity, identity) : undefined,
      ),
    ),
  );
}
