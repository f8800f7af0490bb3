import "server-only";
import { and, eq } from "drizzle-orm";
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

async function restrictionsOf(db: Queries, mint: string, subject: string): Promise<Restrictions> {
  const found = await db
    .select({ kind: restrictions.kind })
    .from(restrictions)
    .where(and(eq(restrictions.mint, mint), eq(restrictions.subject, subject)));
  return new Set(found.map(({ kind }) => kind));
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

/** Returns what else was decided about whom it lets through. */
export async function refuseBanned(
  db: Queries,
  mint: string,
  subject: string,
): Promise<Restrictions> {
  const decided = await restrictionsOf(db, mint, subject);
  if (decided.has("ban")) {
    throw new Problem("banned", "A host has banned you from this livestream.");
  }
  return decided;
}
