import "server-only";
import { and, eq, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import type { LivestreamStatus } from "@/lib/contracts/common/livestream-status";
import type { Livestream } from "@/lib/contracts/livestreams";
import { cursorOf, placeOf } from "@/lib/db/cursor";
import { everyWordIn } from "@/lib/db/every-word";
import { outerColumn } from "@/lib/db/outer-column";
import { accounts } from "@/lib/db/schema/accounts";
import { livestreamMembers, livestreams } from "@/lib/db/schema/livestreams";
import { rolesThatMay } from "@/lib/grants/capabilities";

const missedAfterMs = 12 * 60 * 60 * 1000;

/**
 * Livestreams listed for everyone: public, and neither a draft, nor cancelled, nor long overdue.
 */
export const forEverybody = (now: Date): SQL | undefined =>
  and(
    eq(livestreams.visibility, "public"),
    or(
      eq(livestreams.status, "live"),
      and(
        eq(livestreams.status, "scheduled"),
        sql`${livestreams.scheduledAt} > ${new Date(now.getTime() - missedAfterMs)}`,
      ),
      // An older version of the app ends shows that never began instead of cancelling them.
      and(eq(livestreams.status, "ended"), isNotNull(livestreams.startedAt)),
    ),
  );

/** The statuses as the API shows them: a draft is scheduled without a time. */
export function inStatus(status: LivestreamStatus): SQL | undefined {
  const planned = { draft: isNull, scheduled: isNotNull };
  if (status !== "draft" && status !== "scheduled") return eq(livestreams.status, status);
  return and(eq(livestreams.status, "scheduled"), planned[status](livestreams.scheduledAt));
}

export const hostedBy = (accountId: string): SQL | undefined =>
  or(
    eq(livestreams.creatorId, accountId),
    sql`exists (
      select 1 from ${livestreamMembers} cohosts
      where cohosts.mint = ${outerColumn(livestreams.mint)}
        and cohosts.account_id = ${accountId} and cohosts.role in ${rolesThatMay("open-studio")}
    )`,
  );

const searched = sql`concat_ws(
  ' ', ${livestreams.title}, ${accounts.name}, '@' || ${accounts.handle},
  '#' || array_to_string(${livestreams.tags}, ' #')
)`;

export const saying = (words: string): SQL | undefined => everyWordIn(searched, words);

export const tagged = (tag: string): SQL =>
  sql`${livestreams.tags} @> array[lower(${tag})]::text[]`;

type Order = {
  key: SQL;
  direction: SQL;
  beyond: SQL;
  /** A livestream's sort key, as stored in a cursor. */
  at: (livestream: Livestream) => string;
};

const latestFirst = (key: SQL, at: Order["at"]): Order => ({
  key,
  at,
  direction: sql`desc`,
  beyond: sql`<`,
});

const byCreation = latestFirst(sql`${livestreams.createdAt}`, ({ createdAt }) => createdAt);

const byEnd = latestFirst(
  sql`${livestreams.endedAt}`,
  ({ endedAt, createdAt }) => endedAt ?? createdAt,
);

const byTime: Record<LivestreamStatus, Order> = {
  draft: byCreation,
  live: latestFirst(
    sql`${livestreams.startedAt}`,
    ({ startedAt, createdAt }) => startedAt ?? createdAt,
  ),
  ended: byEnd,
  cancelled: byEnd,
  scheduled: {
    key: sql`${livestreams.scheduledAt}`,
    at: ({ scheduledAt, createdAt }) => scheduledAt ?? createdAt,
    direction: sql`asc`,
    beyond: sql`>`,
  },
};

/** A list's order. `time` depends on the status, and has no effect without one. */
export const orderOf = (order: "created" | "time", status: LivestreamStatus | undefined): Order =>
  order === "time" && status ? byTime[status] : byCreation;

export const sorted = ({ key, direction }: Order): SQL =>
  sql`${key} ${direction}, ${livestreams.mint} ${direction}`;

export const cursorAt = ({ at }: Order, livestream: Livestream): string =>
  cursorOf(at(livestream), livestream.mint);

/** The condition for livestreams after the one where a page ended. */
export function after({ key, beyond }: Order, cursor: string): SQL {
  const { at, id } = placeOf(cursor);
  return sql`(${key}, ${livestreams.mint}) ${beyond} (${at}::timestamptz, ${id})`;
}
