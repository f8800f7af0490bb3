import "server-only";
import { and, count, desc, eq, isNotNull, isNull, max, type SQL, sql } from "drizzle-orm";
import { alias, type PgColumn } from "drizzle-orm/pg-core";
import type { z } from "zod";
import type { Context } from "@/lib/context";
import type { listReports as contract, ReportedSubject } from "@/lib/contracts/admin/reports";
import type { Queries } from "@/lib/db/client";
import { cursorOf, placeOf } from "@/lib/db/cursor";
import { everyWordIn } from "@/lib/db/every-word";
import { accounts } from "@/lib/db/schema/accounts";
import { chatMessages } from "@/lib/db/schema/chat";
import { livestreams } from "@/lib/db/schema/livestreams";
import { reports } from "@/lib/db/schema/reports";
import { shownStatus } from "@/lib/livestreams/livestream";
import { Problem } from "@/lib/problem";
import { reasonCounts } from "@/lib/reports/reason-counts";

type Wanted = z.output<(typeof contract)["query"]>;
type Answer = z.input<(typeof contract)["response"]>;

const latestShown = 5;
const creator = alias(accounts, "creator");
const author = alias(accounts, "author");
const decider = alias(accounts, "decider");

const inState: Record<Wanted["state"], SQL | undefined> = {
  open: isNull(reports.decidedAt),
  decided: isNotNull(reports.decidedAt),
  all: undefined,
};

/** Reported livestreams and messages, last reported first. Callers are admins. */
export async function listReports(
  { db }: Pick<Context, "db">,
  { q, state, cursor, limit }: Wanted,
): Promise<Answer> {
  const rows = await subjectRows(db, inState[state], { q, cursor, limit: limit + 1 });
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    subjects: rows.slice(0, limit).map(toSubject),
    nextCursor: last ? cursorOf(last.latestAt.toISOString(), last.id) : null,
  };
}

/** The open reports about one subject, or those decided last; null if there are none. */
export async function findReported(
  db: Queries,
  { mint, seq }: { mint: string; seq: number },
  state: "open" | "decided",
): Promise<ReportedSubject | null> {
  const about = and(eq(reports.mint, mint), eq(reports.seq, seq));
  const last = db
    .select({ at: max(reports.decidedAt) })
    .from(reports)
    .where(about);
  const which = state === "open" ? inState.open : sql`${reports.decidedAt} = (${last})`;
  const [row] = await subjectRows(db, and(about, which), { limit: 1 });
  return row ? toSubject(row) : null;
}

type Subject = { mint: string; seq: number };

/** The open reports about one subject, otherwise those decided last; null if there are none. */
export const findLastReported = async (db: Queries, subject: Subject) =>
  (await findReported(db, subject, "open")) ?? (await findReported(db, subject, "decided"));

/** @throws {Problem} `report-not-found` */
export async function requireLastReported(db: Queries, subject: Subject): Promise<ReportedSubject> {
  const found = await findLastReported(db, subject);
  if (!found) throw new Problem("report-not-found", "There are no reports about this.");
  return found;
}

/** The number of livestreams and messages with open reports. */
export async function countOpenReports({ db }: Pick<Context, "db">): Promise<number> {
  const [row] = await db
    .select({
      open: sql<number>`count(distinct (${reports.mint}, ${reports.seq}))`.mapWith(Number),
    })
    .from(reports)
    .where(isNull(reports.decidedAt));
  return row?.open ?? 0;
}

type Page = { q?: string; cursor?: string; limit: number };

function subjectRows(db: Queries, which: SQL | undefined, { q, cursor, limit }: Page) {
  const all = groupsOf(db, which);
  const text = sql`concat_ws(
    ' ', ${livestreams.title}, ${all.showTitle}, ${all.mint},
    ${creator.name}, ${all.creatorName}, '@' || ${creator.handle}, ${all.authorName}, '@' || ${author.handle}, ${all.text}, ${all.notes}
  )`;
  const place = cursor === undefined ? null : placeOf(cursor);
  return db
    .select({
      ...{ id: all.id, seq: all.seq, text: all.text, authorName: all.authorName },
      ...{ count: all.count, reasons: all.reasons, latest: all.latest, latestAt: all.latestAt },
      ...{ dismissedByHostsAt: all.dismissedByHostsAt, outcome: all.outcome },
      ...{ decidedAt: all.decidedAt, decidedBy: decider.name },
      ...{ mint: all.mint, showTitle: all.showTitle, creatorName: all.creatorName },
      show: livestreams,
      creator: {
        ...{ handle: creator.handle, name: creator.name, role: creator.role },
        suspendedAt: creator.suspendedAt,
      },
      author: {
        ...{ handle: author.handle, name: author.name, role: author.role },
        suspendedAt: author.suspendedAt,
      },
      inChat: chatMessages.mint,
    })
    .from(all)
    .leftJoin(livestreams, eq(livestreams.mint, all.mint))
    .leftJoin(creator, eq(creator.id, all.creatorId))
    .leftJoin(author, eq(author.id, all.author))
    .leftJoin(decider, eq(decider.id, all.decidedBy))
    .leftJoin(
      chatMessages,
      and(
        eq(chatMessages.mint, all.mint),
        eq(chatMessages.channel, "show"),
        eq(chatMessages.seq, all.seq),
        isNull(chatMessages.deletedAt),
      ),
    )
    .where(
      and(
        q ? everyWordIn(text, q) : undefined,
        place
          ? sql`(${all.latestAt}, ${all.id}) < (${place.at}::timestamptz, ${place.id})`
          : undefined,
      ),
    )
    .orderBy(desc(all.latestAt), desc(all.id))
    .limit(limit);
}

/** What the latest report of a group says. */
const newest = (column: PgColumn) =>
  sql<string>`(array_agg(${column} order by ${reports.createdAt} desc, ${reports.id}))[1]`;

/**
 * One row for the open reports about a subject, and one for each decision. The names given here are no columns of
 * the tables it is joined with, because they are used without a table.
 */
function groupsOf(db: Queries, which: SQL | undefined) {
  const { mint, seq, decidedAt, createdAt, dismissedByHostsAt } = reports;
  // To the millisecond, as stored.
  const decidedMs = sql`coalesce((extract(epoch from ${decidedAt}) * 1000)::bigint, 0)`;
  return db
    .select({
      ...{ mint, seq, decidedAt },
      id: sql<string>`${mint} || ':' || ${seq} || ':' || ${decidedMs}`.as("group_id"),
      showTitle: newest(reports.showTitle).as("reported_title"),
      creatorId: newest(reports.creatorId).as("reported_creator_id"),
      creatorName: newest(reports.creatorName).as("reported_creator"),
      author: max(reports.author).as("author_id"),
      authorName: max(reports.authorName).as("reported_author"),
      text: max(reports.text).as("message"),
      count: count().as("times"),
      reasons: reasonCounts.as("reasons"),
      latest: sql<Answer["subjects"][number]["latest"]>`to_json((array_agg(
        json_build_object(
          'reason', ${reports.reason}, 'note', ${reports.note},
          'createdAt', to_char(${createdAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'reporter', case when ${accounts.id} is null then null
            else json_build_object('handle', ${accounts.handle}, 'name', ${accounts.name}) end
        ) order by ${createdAt} desc, ${reports.id}
      ))[1:${sql.raw(`${latestShown}`)}])`.as("latest"),
      latestAt: sql<Date>`max(${createdAt})`.mapWith(createdAt).as("latest_at"),
      notes: sql<string | null>`string_agg(${reports.note}, ' ')`.as("notes"),
      dismissedByHostsAt: sql<Date | null>`case when bool_and(${dismissedByHostsAt} is not null)
        then max(${dismissedByHostsAt}) end`
        .mapWith(dismissedByHostsAt)
        .as("dismissed_at"),
      decidedBy: max(reports.decidedBy).as("decider_id"),
      outcome: sql<(typeof reports.$inferSelect)["outcome"]>`max(${reports.outcome})`.as(
        "outcome_of_all",
      ),
    })
    .from(reports)
    .leftJoin(accounts, eq(accounts.id, reports.reporterId))
    .where(which)
    .groupBy(mint, seq, decidedAt)
    .as("subject");
}

type Row = Awaited<ReturnType<typeof subjectRows>>[number];

function toSubject(row: Row): ReportedSubject {
  const { seq, text, show, outcome, decidedAt } = row;
  const account = seq === 0 ? row.creator : row.author;
  return {
    show: {
      ...{ mint: row.mint, title: show?.title ?? row.showTitle, creator: row.creatorName },
      ...{ status: show && shownStatus(show), visibility: show?.visibility ?? null },
    },
    message:
      seq === 0
        ? null
        : { seq, text: text ?? "", author: row.authorName, deleted: row.inChat === null },
    account: account && {
      ...{ handle: account.handle, name: account.name, role: account.role },
      suspended: account.suspendedAt !== null,
    },
    ...{ count: row.count, reasons: row.reasons, latest: row.latest },
    latestAt: row.latestAt.toISOString(),
    dismissedByHostsAt: row.dismissedByHostsAt?.toISOString() ?? null,
    decision:
      decidedAt && outcome ? { outcome, at: decidedAt.toISOString(), by: row.decidedBy } : null,
  };
}
