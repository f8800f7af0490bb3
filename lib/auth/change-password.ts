import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { hashPassword } from "@/lib/accounts/passwords";
import type { Context } from "@/lib/context";
import type { Queries } from "@/lib/db/client";
import { accounts, passwordResets, sessions } from "@/lib/db/schema/accounts";
import { Problem } from "@/lib/problem";
import type { Person } from "./actor";
import { withCurrentPassword, wrongPassword } from "./current-password";
import { endSessionsOf } from "./sessions";

type Owner = Pick<Person, "id" | "sessionId">;
type Passwords = { currentPassword?: string; password: string };

/** How long after a sign-in its session may set an account's first password. */
const freshMs = 15 * 60_000;

/** Sets a new password and ends the account's other sessions. */
export async function changePassword(
  context: Context,
  { id, sessionId }: Owner,
  { currentPassword, password }: Passwords,
): Promise<void> {
  if (currentPassword === undefined) {
    return setFirstPassword(context, { id, sessionId }, password);
  }
  const current = { id, typed: currentPassword };
  const closeSeats = await withCurrentPassword(context, current, async (replaced) => {
    const passwordHash = await hashPassword(password);
    return context.db.transaction(async (tx) => {
      // Changed or reset concurrently: the typed password is no longer the current one.
      if (!(await setPassword(tx, { id, passwordHash, replaced }))) throw wrongPassword();
      return endSessionsOf(context, tx, { accountId: id, kept: sessionId });
    });
  });
  await closeSeats();
}

/**
 * For an account without a password. There is none to ask for, so a browser left signed in must not be
 * enough: the sign-in has to be recent.
 */
async function setFirstPassword(
  context: Context,
  { id, sessionId }: Owner,
  password: string,
): Promise<void> {
  const [session] = await context.db
    .select({ startedAt: sessions.createdAt, passwordHash: accounts.passwordHash })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .where(eq(sessions.id, sessionId));
  if (!session || session.passwordHash !== null) throw wrongPassword();
  if (session.startedAt.getTime() < context.now().getTime() - freshMs) {
    throw new Problem("sign-in-again", "Sign out and in again to set a password.");
  }
  const passwordHash = await hashPassword(password);
  const closeSeats = await context.db.transaction(async (tx) => {
    if (!(await setPassword(tx, { id, passwordHash, replaced: null }))) throw wrongPassword();
    return endSessionsOf(context, tx, { accountId: id, kept: sessionId });
  });
  await closeSeats();
}

/** Writes the hash and deletes the account's reset link. @returns false if the hash is no longer `replaced` */
export async function setPassword(
  tx: Queries,
  { id, passwordHash, replaced }: { id: string; passwordHash: string; replaced?: string | null },
): Promise<boolean> {
  const written = await tx
    .update(accounts)
    .set({ passwordHash })
    .where(and(eq(accounts.id, id), replaced === undefined ? undefined : isHash(replaced)))
    .returning({ id: accounts.id });
  await tx.delete(passwordResets).where(eq(passwordResets.accountId, id));
  return written.length > 0;
}

const isHash = (hash: string | null) =>
  hash === null ? isNull(accounts.passwordHash) : eq(accounts.passwordHash, hash);
