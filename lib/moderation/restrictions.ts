import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Queries } from "@/lib/db/client";
import { restrictions } from "@/lib/db/schema/participants";
import { Problem } from "@/lib/problem";

type Kind = (typeof restrictions.$inferSelect)["kind"];
/** Who decided what about whom: `subject` is an account id or a guest's identity. */
type Restriction = { mint: string; subject: string; kind: Kind };

const row = ({ mint, subject, kind }: Restriction) =>
  and(eq(restrictions.mint, mint), eq(restrictions.subject, subject), eq(restrictions.kind, kind));

/** All that was decided about somebody. */
export type Restrictions = ReadonlySet<Kind>;

/** What was decided about each of these. */
export async function restrictionsAmong(
  db: Queries,
  mint: string,
  subjects: string[],
): Promise<(subject: string) => Restrictions> {
  const found = await db
    .select({ subject: restrictions.subject, kind: restrictions.kind })
    .from(restrictions)
    .where(and(eq(restrictions.mint, mint), inArray(restrictions.subject, subjects)))
    .prepare(`restrictions-${subjects.length}`)
    .execute();
  return (subject) =>
    new Set(found.filter((each) => each.subject === subject).map(({ kind }) => kind));
}

export async function restrict(
  db: Queries,
  restriction: Restriction,
  createdBy: string,
): Promise<void> {
  await db
    .insert(restrictions)
    .values({ ...restriction, createdBy })
    .onConflictDoNothing();
}

export async function lift(db: Queries, restriction: Restriction): Promise<void> {
  await db.delete(restrictions).where(row(restriction));
}

export async function refuseBanned(db: Queries, mint: string, subject: string): Promise<void> {
  const decidedAbout = await restrictionsAmong(db, mint, [subject]);
  refuseBan(decidedAbout(subject));
}

export function refuseBan(decided: Restrictions): void {
  if (!decided.has("ban")) return;
  throw new Problem("banned", "A host has banned you from this livestream.");
}
