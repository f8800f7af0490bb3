import "server-only";
import { and, eq, gt, isNull, ne } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import { accountColumns } from "@/lib/accounts/account-columns";
import type { Context } from "@/lib/context";
import type { Queries } from "@/lib/db/client";
import { accounts, sessions } from "@/lib/db/schema/accounts";
import { newSessionId } from "@/lib/ids";
import { endSeatsOf } from "@/lib/participants/vouchers";
import { Problem } from "@/lib/problem";

export type Session = typeof sessions.$inferSelect;
export type Door = Session["door"];

const hour = 3_600;
/** How long a session lasts unless ended. */
export const sessionTtlSeconds = { pages: 30 * 24 * hour, api: 24 * hour } as const;

/** Long enough for any browser's, and too short to fill the table. */
const userAgentMax = 400;
/** The last use is updated at most this often: it is meant for people to read. */
const lastUseEveryMs = 300_000;

/** Neither ended nor expired. */
export const isOpen = (now: Date) => and(isNull(sessions.endedAt), gt(sessions.expiresAt, now));

export type SignInFrom = { door: Door; userAgent: string | null };

/**
 * Every way of signing in starts its session here. The account's row stays locked until the caller's
 * transaction ends, so a suspension either refuses the session or ends it.
 */
export async function startSession(
  { db, now }: { db: Queries; now: Context["now"] },
  accountId: string,
  { door, userAgent }: SignInFrom,
): Promise<Session> {
  const [account] = await db
    .select({ suspendedAt: accounts.suspendedAt, reason: accounts.suspensionReason })
    .from(accounts)
    .where(eq(accounts.id, accountId))
    .for("share");
  if (account?.suspendedAt) throw accountSuspended(account.reason ?? "");
  const expiresAt = new Date(now().getTime() + sessionTtlSeconds[door] * 1_000);
  const [row] = await db
    .insert(sessions)
    .values({
      id: newSessionId(),
      accountId,
      door,
      userAgent: userAgent?.slice(0, userAgentMax),
      expiresAt,
    })
    .returning();
  if (!row) throw new Error("the session was not returned");
  return row;
}

const accountSuspended = (reason: string) =>
  new Problem("account-suspended", `An admin suspended this account. Reason: ${reason}`, {
    reason,
  });

/** The account of a session that has neither ended nor expired. Updates its last use. */
export async function accountOfSession(
  { db, now }: Pick<Context, "db" | "now">,
  sessionId: string,
): Promise<Account | null> {
  const [row] = await db
    .select({ account: accountColumns, lastUsedAt: sessions.lastUsedAt })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .where(and(eq(sessions.id, sessionId), isOpen(now()), isNull(accounts.suspendedAt)))
    .prepare("account-of-session")
    .execute();
  if (!row) return null;
  if (row.lastUsedAt.getTime() < now().getTime() - lastUseEveryMs) {
    await db.update(sessions).set({ lastUsedAt: now() }).where(eq(sessions.id, sessionId));
  }
  return row.account;
}

/**
 * Signs out on every page at once, and disconnects from every room the session was issued a token
 * for.
 */
export async function endSession(context: Context, sessionId: string): Promise<void> {
  await context.db
    .update(sessions)
    .set({ endedAt: context.now() })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt)));
  await endSeatsOf(context, { kind: "session", voucherId: sessionId });
}

/**
 * Ends an account's sessions except `kept`, in the caller's transaction.
 * @returns closes their connections; call it after the commit
 */
export async function endSessionsOf(
  context: Context,
  tx: Queries,
  { accountId, kept }: { accountId: string; kept?: string },
): Promise<() => Promise<void>> {
  const ended = await tx
    .update(sessions)
    .set({ endedAt: context.now() })
    .where(
      and(
        eq(sessions.accountId, accountId),
        isOpen(context.now()),
        kept === undefined ? undefined : ne(sessions.id, kept),
      ),
    )
    .returning({ voucherId: sessions.id });
  return async () => {
    for (const { voucherId } of ended) await endSeatsOf(context, { kind: "session", voucherId });
  };
}
