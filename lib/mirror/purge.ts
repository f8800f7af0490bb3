import "server-only";
import { and, eq, isNotNull, isNull, lt, ne, notExists, or, type SQL, sql } from "drizzle-orm";
import { type PgTable, QueryBuilder } from "drizzle-orm/pg-core";
import type { Context } from "@/lib/context";
import {
  apiKeys,
  emailChanges,
  formerHandles,
  passwordResets,
  pendingSignUps,
  sessions,
} from "@/lib/db/schema/accounts";
import { auditLog } from "@/lib/db/schema/audit-log";
import { chatMessages, chatVisitors } from "@/lib/db/schema/chat";
import { encoderSessions, streamKeys } from "@/lib/db/schema/encoders";
import { guests, invites } from "@/lib/db/schema/guests";
import { signUpLinks } from "@/lib/db/schema/installation";
import { livestreams } from "@/lib/db/schema/livestreams";
import { featuredViewers, participants, restrictions } from "@/lib/db/schema/participants";
import { rateLimits } from "@/lib/db/schema/rate-limits";
import { reports } from "@/lib/db/schema/reports";
import { webhookEvents } from "@/lib/db/schema/webhook-events";
import { type Installation, readInstallation } from "@/lib/installation/read-installation";
import { log } from "@/lib/log";
import { deleteBatches } from "./delete-batches";
import { purgeShows } from "./purge-shows";

const dayMs = 24 * 3_600_000;
/**
 * A token may be refreshed for up to a day after it expires; after that, a viewer's row is not
 * needed.
 */
const viewerMs = 26 * 3_600_000;

type Purge = {
  table: PgTable;
  /** How long rows are kept; null means forever. */
  keptMs: number | null;
  /** The condition for rows that are old enough at the given instant. */
  old: (before: Date) => SQL | undefined;
};

/** Everything that would otherwise only grow, with rows that refer to others first. */
function purges(settings: Installation): Purge[] {
  const { keepEventsDays, keepSessionsDays, keepPeopleDays, keepChatDays } = settings;
  const inMs = (days: number | null) => days && days * dayMs;
  const ofEnded = (table: PgTable, mint: SQL, keptMs: number | null, also?: SQL): Purge => ({
    table,
    keptMs,
    old: (before) => and(endedBefore(mint, before), also),
  });
  const people = inMs(keepPeopleDays);
  const over = inMs(keepSessionsDays);
  const unused = notExists(
    new QueryBuilder().select({ jti: guests.jti }).from(guests).where(eq(guests.jti, invites.jti)),
  );
  return [
    {
      table: webhookEvents,
      keptMs: inMs(keepEventsDays),
      old: (before) => lt(webhookEvents.createdAt, before),
    },
    { table: webhookEvents, keptMs: dayMs, old: ofNoLivestream },
    {
      table: sessions,
      keptMs: over,
      old: (before) => lt(sql`least(${sessions.expiresAt}, ${sessions.endedAt})`, before),
    },
    {
      table: encoderSessions,
      keptMs: over,
      old: (before) => lt(encoderSessions.endedAt, before),
    },
    { table: streamKeys, keptMs: over, old: (before) => lt(streamKeys.revokedAt, before) },
    { table: apiKeys, keptMs: over, old: (before) => lt(apiKeys.revokedAt, before) },
    { table: passwordResets, keptMs: 0, old: (now) => lt(passwordResets.expiresAt, now) },
    { table: formerHandles, keptMs: 0, old: (now) => lt(formerHandles.reservedUntil, now) },
    { table: emailChanges, keptMs: 0, old: (now) => lt(emailChanges.expiresAt, now) },
    { table: pendingSignUps, keptMs: 0, old: (now) => lt(pendingSignUps.expiresAt, now) },
    { table: signUpLinks, keptMs: 0, old: (now) => lt(signUpLinks.expiresAt, now) },
    { table: rateLimits, keptMs: 0, old: (now) => lt(rateLimits.expire, now.getTime()) },
    { table: participants, keptMs: viewerMs, old: viewersGoneBefore },
    { table: participants, keptMs: viewerMs, old: programmePagesGoneBefore },
    // Deleting a seat deletes its guest.
    ofEnded(participants, sql`${participants.mint}`, people),
    ofEnded(invites, sql`${invites.mint}`, people, unused),
    ofEnded(featuredViewers, sql`${featuredViewers.mint}`, people),
    ofEnded(auditLog, sql`${auditLog.mint}`, people),
    ofEnded(chatVisitors, sql`${chatVisitors.mint}`, people),
    {
      table: auditLog,
      keptMs: people,
      old: (before) => and(isNull(auditLog.mint), lt(auditLog.createdAt, before)),
    },
    { table: reports, keptMs: people, old: reportsBefore },
    ofEnded(restrictions, sql`${restrictions.mint}`, people),
    ofEnded(chatMessages, sql`${chatMessages.mint}`, inMs(keepChatDays)),
  ];
}

const endedBefore = (mint: SQL, before: Date) => sql`exists (
  select 1 from ${livestreams} ended
  where ended.mint = ${mint} and ended.ended_at < ${before.toISOString()}
)`;

/** Decided ones; and open ones that nobody with an account sent, which would pile up. */
const reportsBefore = (before: Date) =>
  or(
    lt(reports.decidedAt, before),
    and(isNull(reports.decidedAt), isNotNull(reports.browser), lt(reports.createdAt, before)),
  );

/** LiveKit reports the end of a room after its livestream was deleted. */
const ofNoLivestream = (before: Date) =>
  and(
    lt(webhookEvents.createdAt, before),
    isNotNull(webhookEvents.mint),
    sql`not exists (select 1 from ${livestreams} known where known.mint = ${webhookEvents.mint})`,
  );

const goneBefore = (role: "viewer" | "programme", before: Date) =>
  and(
    eq(participants.role, role),
    isNull(participants.sid),
    lt(participants.createdAt, before),
    or(isNull(participants.leftAt), lt(participants.leftAt, before)),
  );

/** Every connection of the programme's pages creates a row; once gone, it is not needed. */
const programmePagesGoneBefore = (before: Date) => goneBefore("programme", before);

/** The same for every viewer connection. */
const viewersGoneBefore = (before: Date) =>
  and(
    goneBefore("viewer", before),
    isNull(participants.removedAt),
    // An account that is its own identity keeps its one row, which also holds what is void.
    or(isNull(participants.accountId), ne(participants.identity, participants.accountId)),
  );

/**
 * Deletes rows past their configured retention, in batches, so that no statement holds locks for
 * long. A failing table does not stop the others.
 *
 * @returns whether there is more to delete
 */
export async function purge(context: Context): Promise<boolean> {
  const { db, now } = context;
  const settings = await readInstallation(db);
  const before = (keptMs: number) => new Date(now().getTime() - keptMs);
  let more = false;
  const tryTo = async (work: () => Promise<boolean>) => {
    const left = await work().catch((error) => {
      log.warn("old rows could not be deleted", error);
      return false;
    });
    more ||= left;
  };
  const { keepShowsDays: days } = settings;
  if (days !== null) await tryTo(() => purgeShows(context, before(days * dayMs)));
  for (const { table, keptMs, old } of purges(settings)) {
    if (keptMs !== null) await tryTo(() => deleteBatches(db, table, old(before(keptMs))));
  }
  return more;
}
