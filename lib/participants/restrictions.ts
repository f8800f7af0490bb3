import "server-only";
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { alias, type PgColumn } from "drizzle-orm/pg-core";
import type { Queries } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";
import { chatVisitors } from "@/lib/db/schema/chat";
import { guests } from "@/lib/db/schema/guests";
import { restrictions } from "@/lib/db/schema/participants";
import { Problem } from "@/lib/problem";

type Kind = (typeof restrictions.$inferSelect)["kind"];
/** A ban or mute: `subject` is an account id or a guest's identity. */
type Restriction = { mint: string; subject: string; kind: Kind };
/** The reason and the end, both optional. */
type Terms = { reason?: string | null; endsAt?: Date | null };

/** All restrictions on one person. */
export type Restrictions = ReadonlySet<Kind>;

/** SQL: whether a restriction has not ended. */
export const stillHolds = sql<boolean>`(${restrictions.endsAt} is null or ${restrictions.endsAt} > now())`;

/** SQL: a ban that has ended. */
export const lapsedBan = sql<boolean>`(${restrictions.kind} = 'ban' and ${restrictions.endsAt} <= now())`;

/**
 * SQL: the name of a restriction's subject, for a query that joins accounts, guests and chat visitors. If the
 * person no longer exists, only the id is left.
 */
export const subjectName = sql<string>`coalesce(${accounts.name}, ${guests.name}, ${chatVisitors.name}, ${restrictions.subject})`;

/** The subjects among these whose ban has ended: what it removed may return. */
export async function withLapsedBan(
  db: Queries,
  mint: string,
  subjects: string[],
): Promise<ReadonlySet<string>> {
  if (subjects.length === 0) return new Set();
  const rows = await db
    .select({ subject: restrictions.subject })
    .from(restrictions)
    .where(and(eq(restrictions.mint, mint), inArray(restrictions.subject, subjects), lapsedBan));
  return new Set(rows.map(({ subject }) => subject));
}

/** SQL: the ban of a subject, which may be a column of the surrounding query. */
export const banOf = (mint: string | PgColumn, subject: string | SQL | PgColumn): SQL | undefined =>
  and(
    sql`${restrictions.mint} = ${mint}`,
    sql`${restrictions.subject} = ${subject}`,
    eq(restrictions.kind, "ban"),
    stillHolds,
  );

/** The restrictions on each of these subjects. */
export async function restrictionsAmong(
  db: Queries,
  mint: string,
  subjects: string[],
): Promise<(subject: string) => Restrictions> {
  const found = await db
    .select({ subject: restrictions.subject, kind: restrictions.kind })
    .from(restrictions)
    .where(and(eq(restrictions.mint, mint), inArray(restrictions.subject, subjects), stillHolds))
    .prepare(`restrictions-${subjects.length}`)
    .execute();
  return (subject) =>
    new Set(found.filter((each) => each.subject === subject).map(({ kind }) => kind));
}

/**
 * Restricts an account, or a guest's browser: every guest it has been in this livestream.
 *
 * @returns the subjects it applies to
 */
export async function restrict(
  db: Queries,
  { mint, subject, kind, reason = null, endsAt = null }: Restriction & Terms,
  createdBy: string,
): Promise<string[]> {
  const subjects = await subjectsOfBrowser(db, mint, subject);
  const row = { mint, kind, createdBy, reason, endsAt };
  await db
    .insert(restrictions)
    .values(subjects.map((each) => ({ ...row, subject: each })))
    // The latest ban counts, because it may end at another time. A mute stays as it was.
    .onConflictDoUpdate({
      target: [restrictions.mint, restrictions.subject, restrictions.kind],
      set: { createdBy, reason, endsAt, createdAt: sql`now()` },
      setWhere: eq(restrictions.kind, "ban"),
    });
  return subjects;
}

export async function lift(db: Queries, { mint, subject, kind }: Restriction): Promise<void> {
  const subjects = await subjectsOfBrowser(db, mint, subject);
  await db
    .delete(restrictions)
    .where(
      and(
        eq(restrictions.mint, mint),
        inArray(restrictions.subject, subjects),
        eq(restrictions.kind, kind),
      ),
    );
}

/** Carries restrictions over to a browser's new guest when it knocks again. */
export async function inherit(
  db: Queries,
  mint: string,
  { from, to }: { from: string[]; to: string },
): Promise<void> {
  if (from.length === 0) return;
  const decided = await db
    .select()
    .from(restrictions)
    .where(and(eq(restrictions.mint, mint), inArray(restrictions.subject, from), stillHolds));
  if (decided.length === 0) return;
  await db
    .insert(restrictions)
    .values(decided.map((each) => ({ ...each, subject: to })))
    .onConflictDoNothing();
}

async function subjectsOfBrowser(db: Queries, mint: string, subject: string): Promise<string[]> {
  const known = alias(guests, "known");
  const same = await db
    .select({ identity: guests.identity })
    .from(known)
    .innerJoin(guests, and(eq(guests.mint, known.mint), eq(guests.secretHash, known.secretHash)))
    .where(and(eq(known.mint, mint), eq(known.identity, subject)));
  return [...new Set([subject, ...same.map(({ identity }) => identity)])];
}

export const banned = () => new Problem("banned", "You’re banned from this livestream.");

export function refuseBan(decided: Restrictions): void {
  if (decided.has("ban")) throw banned();
}
