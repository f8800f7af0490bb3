import "server-only";
import { and, desc, eq } from "drizzle-orm";
import type { Context } from "@/lib/context";
import type { Session } from "@/lib/contracts/accounts/sessions";
import { sessions } from "@/lib/db/schema/accounts";
import { endSeatsOf } from "@/lib/participants/vouchers";
import { Problem } from "@/lib/problem";
import type { Person } from "./actor";
import { endSessionsOf, isOpen } from "./sessions";

type Owner = Pick<Person, "id" | "sessionId">;

/** Enough for anyone's devices. A program that signs in for each of its calls has more. */
const listed = 100;

/** An account's open sessions: this one first, then the most recently used. */
export async function listSessions(
  { db, now }: Pick<Context, "db" | "now">,
  { id, sessionId }: Owner,
): Promise<{ sessions: Session[] }> {
  const rows = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.accountId, id), isOpen(now())))
    .orderBy(desc(eq(sessions.id, sessionId)), desc(sessions.lastUsedAt), desc(sessions.id))
    .limit(listed);
  return {
    sessions: rows.map((row) => ({
      id: row.id,
      door: row.door,
      userAgent: row.userAgent,
      createdAt: row.createdAt.toISOString(),
      lastUsedAt: row.lastUsedAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      current: row.id === sessionId,
    })),
  };
}

/** Ends one of the account's sessions, and its connections. */
export async function endOwnSession(context: Context, { id }: Owner, ended: string): Promise<void> {
  const rows = await context.db
    .update(sessions)
    .set({ endedAt: context.now() })
    .where(and(eq(sessions.id, ended), eq(sessions.accountId, id), isOpen(context.now())))
    .returning({ id: sessions.id });
  if (rows.length === 0) {
    throw new Problem("session-not-found", "You don’t have a session with this ID.");
  }
  await endSeatsOf(context, { kind: "session", voucherId: ended });
}

/** Ends the account's other sessions, and their connections. */
export async function endOtherSessions(context: Context, { id, sessionId }: Owner): Promise<void> {
  const closeSeats = await endSessionsOf(context, context.db, { accountId: id, kept: sessionId });
  await closeSeats();
}
