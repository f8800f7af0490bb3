import "server-only";
import { and, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import { personColumns } from "@/lib/accounts/person-columns";
import { isOver, type LivestreamStatus } from "@/lib/contracts/common/livestream-status";
import type { MemberRole } from "@/lib/contracts/common/roles";
import { type Livestream, livestream } from "@/lib/contracts/livestreams";
import type { Queries } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";
import { livestreamMembers, livestreams } from "@/lib/db/schema/livestreams";
import { restrictions } from "@/lib/db/schema/participants";
import { type Action, may, type Role } from "@/lib/grants/capabilities";
import { brandOfShow, brandOrgOfShow, shownBrand } from "@/lib/livestreams/brand";
import { shownStatus } from "@/lib/livestreams/livestream";
import { lookOf } from "@/lib/livestreams/look";
import { banOf } from "@/lib/participants/restrictions";
import { watchingCount } from "@/lib/participants/watching";
import { pictureDigest } from "@/lib/pictures/picture-digest";
import { picturePath } from "@/lib/pictures/picture-path";
import { Problem } from "@/lib/problem";

export type LivestreamRow = typeof livestreams.$inferSelect;
/** An account's role in a livestream; null for a stranger. */
type LivestreamRole = Extract<Role, "creator" | MemberRole> | null;
/** A livestream, with one person's role and ban. */
export type Found = LivestreamRow & { role: LivestreamRole; banned: boolean };

export async function livestreamFor(
  db: Queries,
  mint: string,
  accountId: string | null,
): Promise<Found | null> {
  const [row] = await db
    .select({
      livestream: getTableColumns(livestreams),
      member: livestreamMembers.role,
      bannedAt: restrictions.createdAt,
    })
    .from(livestreams)
    .leftJoin(
      livestreamMembers,
      and(
        eq(livestreamMembers.mint, livestreams.mint),
        eq(livestreamMembers.accountId, accountId ?? ""),
      ),
    )
    .leftJoin(restrictions, banOf(livestreams.mint, accountId ?? ""))
    .where(eq(livestreams.mint, mint))
    .prepare("livestream-for")
    .execute();
  if (!row) return null;
  return foundBy(accountId, row);
}

type LoadedRow = {
  livestream: LivestreamRow;
  member: LivestreamRole;
  bannedAt: Date | null;
};

/** A livestream for this account; null for an anonymous one. */
export const foundBy = (
  accountId: string | null,
  { livestream, member, bannedAt }: LoadedRow,
): Found => ({
  ...livestream,
  role: accountId !== null && livestream.creatorId === accountId ? "creator" : member,
  banned: bannedAt !== null,
});

// The same message for "missing" and "not yours to see", so that strangers learn nothing.
export const livestreamNotFound = () =>
  new Problem("livestream-not-found", "This livestream doesn’t exist.");

/**
 * A ban closes a private show entirely. Public ones can be read by anyone, even without an account.
 */
export const mayWatch = ({ visibility, role, banned }: Found) =>
  visibility !== "private"
    ? may(role, "watch")
    : may(role, "watch-private") && (!banned || may(role, "ignore-moderation"));

/** The livestream, if this person may watch it. */
export async function requireWatchable(
  db: Queries,
  mint: string,
  accountId: string | null,
): Promise<Found> {
  const found = await livestreamFor(db, mint, accountId);
  if (!found || !mayWatch(found)) throw livestreamNotFound();
  return found;
}

/**
 * The livestream, if this account may do this in it. Otherwise throws 403, or 404 if it may not
 * even watch.
 */
export async function requireMay(
  db: Queries,
  mint: string,
  accountId: string,
  action: Action,
): Promise<Found> {
  const found = await requireWatchable(db, mint, accountId);
  if (may(found.role, action)) return found;
  throw new Problem("not-allowed", `Only ${whoMay(action)} of this livestream can do this.`);
}

function whoMay(action: Action): string {
  if (may("moderator", action)) return "hosts and moderators";
  return may("host", action) ? "hosts" : "the creator";
}

export const livestreamEnded = (sentence = "This livestream has ended.") =>
  new Problem("livestream-ended", sentence);

/** Refuses what is over. A cancelled livestream has the code of an ended one, and its own message. */
export function refuseEnded(status: LivestreamStatus, sentence?: string): void {
  if (status === "cancelled") throw livestreamEnded("This livestream was cancelled.");
  if (isOver(status)) throw livestreamEnded(sentence);
}

const iso = (date: Date | null) => date?.toISOString() ?? null;

const newestFirst = sql`${livestreams.createdAt} desc, ${livestreams.mint} desc`;

/** The columns of the contract's livestream. */
export const shownColumns = {
  livestream: getTableColumns(livestreams),
  creator: personColumns,
  watching: watchingCount(livestreams.mint),
  cover: pictureDigest("cover"),
  frame: pictureDigest("frame"),
  brand: brandOfShow,
  brandOrgId: brandOrgOfShow,
};

const shownRows = (db: Queries, where: SQL | undefined) =>
  db
    .select(shownColumns)
    .from(livestreams)
    .innerJoin(accounts, eq(accounts.id, livestreams.creatorId))
    .where(where);

type ShownRow = Awaited<ReturnType<typeof shownRows>>[number];

/** Parsed by the contract's schema, so that pages and event streams get no unnamed column. */
export const toLivestream = ({
  livestream: row,
  creator,
  watching,
  cover,
  frame,
  brand,
  brandOrgId,
}: ShownRow): Livestream =>
  livestream.parse({
    ...row,
    status: shownStatus(row),
    creator,
    look: lookOf(row),
    brand: shownBrand(brand),
    brandOrgId,
    watching: row.status === "live" ? watching : 0,
    cover: cover && picturePath(row.mint, "cover", cover),
    frame: frame && picturePath(row.mint, "frame", frame),
    scheduledAt: iso(row.scheduledAt),
    startedAt: iso(row.startedAt),
    endedAt: iso(row.endedAt),
    createdAt: row.createdAt.toISOString(),
  });

/** Livestreams in the contract's format, newest first by default. */
export async function presentLivestreams(
  db: Queries,
  where: SQL | undefined,
  limit: number,
  order: SQL = newestFirst,
): Promise<Livestream[]> {
  const rows = await shownRows(db, where).orderBy(order).limit(limit);
  return rows.map(toLivestream);
}

/** One livestream in the contract's format. The caller has checked that the reader may see it. */
export async function presentLivestream(db: Queries, mint: string): Promise<Livestream> {
  const [row] = await shownRows(db, eq(livestreams.mint, mint)).prepare("livestream").execute();
  if (!row) throw livestreamNotFound();
  return toLivestream(row);
}
