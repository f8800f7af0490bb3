import "server-only";
import { and, desc, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import { type PgColumn, unionAll } from "drizzle-orm/pg-core";
import type { z } from "zod";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import type { readEventLog as contract } from "@/lib/contracts/event-log";
import type { Queries } from "@/lib/db/client";
import { auditLog } from "@/lib/db/schema/audit-log";
import { participants } from "@/lib/db/schema/participants";
import { webhookEvents } from "@/lib/db/schema/webhook-events";
import { requireMay } from "./find-livestream";

type Wanted = z.output<(typeof contract)["query"]> & { mint: string };
type Answer = z.input<(typeof contract)["response"]>;

/**
 * The newest entries, or those before the entry `before`, in the order they happened. LiveKit's
 * times have whole seconds and repeated events arrive late, so within a second a connection joins
 * first and leaves last, and decisions come between the two.
 */
export async function readEventLog(
  { db }: Pick<Context, "db">,
  host: Account,
  { before, limit, ...wanted }: Wanted,
): Promise<Answer> {
  await requireMay(db, wanted.mint, host.id, "read-event-log");
  const log = db.$with("log").as(unionAll(reported(db, wanted), decided(db, wanted)));
  const place = sql`${log.second}, ${log.rank}, ${log.seq}`;
  const older = sql`(${place}) < (select ${place} from ${log} where ${log.seq} = ${before})`;
  const rows = await db
    .with(log)
    .select()
    .from(log)
    .where(before === undefined ? undefined : older)
    .orderBy(desc(log.second), desc(log.rank), desc(log.seq))
    .limit(limit + 1);
  return { entries: rows.slice(0, limit).reverse().map(toEntry), more: rows.length > limit };
}

type Which = Pick<Wanted, "mint" | "sid" | "identity">;

/** What LiveKit reported. A room starts before anyone joins and finishes after everyone has left. */
const reported = (db: Queries, { mint, sid, identity }: Which) =>
  db
    .select({
      seq: sql<number>`${webhookEvents.seq}`.mapWith(Number).as("seq"),
      event: sql<string>`${webhookEvents.event}`.as("event"),
      happenedAt: sql`${webhookEvents.happenedAt}`.mapWith(webhookEvents.happenedAt).as("at"),
      second: sql`${webhookEvents.happenedAt}`.as("second"),
      rank: sql<number>`case ${webhookEvents.event}
        when 'room_started' then 0
        when 'participant_joined' then 1
        when 'participant_left' then 4
        when 'participant_connection_aborted' then 4
        when 'room_finished' then 5
        else 3
      end`.as("rank"),
      sid: sql<string | null>`${webhookEvents.sid}`.as("sid"),
      identity: sql<string | null>`${webhookEvents.identity}`.as("identity"),
      name: sql<
        string | null
      >`case when ${hiddenViewer} then null else ${participants.name} end`.as("name"),
      role: role.as("role"),
      trackSource: sql<string | null>`${webhookEvents.trackSource}`.as("track_source"),
      trackType: sql<string | null>`${webhookEvents.trackType}`.as("track_type"),
      byId: nothing.as("by_id"),
      byName: nothing.as("by_name"),
      detail: nothing.as("detail"),
    })
    .from(webhookEvents)
    .leftJoin(participants, seatOf(webhookEvents.mint, webhookEvents.identity))
    .where(
      and(
        eq(webhookEvents.mint, mint),
        sid === undefined ? undefined : eq(webhookEvents.sid, sid),
        identity === undefined ? undefined : eq(webhookEvents.identity, identity),
      ),
    );

/** What hosts and admins decided. Decisions belong to no connection. */
const decided = (db: Queries, { mint, sid, identity }: Which) =>
  db
    .select({
      seq: sql<number>`${auditLog.seq}`.mapWith(Number).as("seq"),
      event: sql<string>`${auditLog.event}`.as("event"),
      happenedAt: sql`${auditLog.createdAt}`.mapWith(auditLog.createdAt).as("at"),
      second: sql`date_trunc('second', ${auditLog.createdAt})`.as("second"),
      rank: sql<number>`2`.as("rank"),
      sid: nothing.as("sid"),
      // An admin's decision about the show has the show as its subject.
      identity: sql<
        string | null
      >`case when ${auditLog.mint} is null then null else ${auditLog.subject} end`.as("identity"),
      name: sql<
        string | null
      >`case when ${auditLog.mint} is null then null else ${auditLog.subjectName} end`.as("name"),
      role: role.as("role"),
      trackSource: nothing.as("track_source"),
      trackType: nothing.as("track_type"),
      byId: sql<string | null>`${auditLog.decidedBy}`.as("by_id"),
      byName: sql<string | null>`${auditLog.decidedByName}`.as("by_name"),
      detail: sql<string | null>`${auditLog.detail}`.as("detail"),
    })
    .from(auditLog)
    .leftJoin(participants, seatOf(auditLog.mint, auditLog.subject))
    .where(
      and(
        or(eq(auditLog.mint, mint), and(eq(auditLog.subject, mint), forcedEnd)),
        sid === undefined ? undefined : sql`false`,
        identity === undefined ? undefined : eq(auditLog.subject, identity),
      ),
    );

/** The decision of an admin about the show that its hosts may read. Those about reports are not theirs. */
const forcedEnd = and(isNull(auditLog.mint), eq(auditLog.event, "show_force_ended"));

const nothing = sql<string | null>`null::text`;
const role = sql<Answer["entries"][number]["role"]>`${participants.role}`;
const hiddenViewer = sql`${participants.role} = 'viewer' and ${participants.hidden}`;

const seatOf = (mint: PgColumn, identity: PgColumn): SQL | undefined =>
  and(eq(participants.mint, mint), eq(participants.identity, identity));

type Row = Pick<Answer["entries"][number], "seq" | "event" | "sid" | "identity" | "name" | "role"> &
  Record<"trackSource" | "trackType" | "byId" | "byName" | "detail", string | null> & {
    happenedAt: Date;
  };

const toEntry = (row: Row): Answer["entries"][number] => {
  const { seq, event, sid, identity, name, role, happenedAt, detail } = row;
  const { trackSource: source, trackType: type, byId, byName } = row;
  return {
    ...{ seq, event, sid, identity, name, role, detail },
    happenedAt: happenedAt.toISOString(),
    track: source && type ? { source, type } : null,
    by: byName === null ? null : { id: byId, name: byName },
  };
};
