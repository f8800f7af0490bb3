import "server-only";
import { and, eq } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import { shelfOf } from "@/lib/accounts/email-shelf";
import { hashPassword, passwordFit } from "@/lib/accounts/passwords";
import { type Door, type Session, startSession } from "@/lib/auth/sessions";
import type { Context } from "@/lib/context";
import { accounts } from "@/lib/db/schema/accounts";
import { giveBack, type LimitName, limit } from "@/lib/limits";
import { Problem } from "@/lib/problem";

/** `address` is whom to count the attempt for, as `clientAddress` tells it. */
type Attempt = { email: string; password: string; address: string; door: Door };

/** Both doors end here: one answer for every failure, one row for every session. */
export async function signIn(
  context: Pick<Context, "db" | "now">,
  { email, password, address, door }: Attempt,
): Promise<{ account: Account; session: Session }> {
  // The address first: what it is refused makes no further row, whatever e-mail is invented. Then the
  // narrow one: attempts that it refuses do not count against the account's owner.
  const counted: [LimitName, string][] = [
    ["sign-in-by-address", address],
    ["sign-in", `${address} ${email}`],
    ["sign-in-by-email", shelfOf(email)],
  ];
  for (const [name, key] of counted) await limit(name, key);
  const [found] = await context.db.select().from(accounts).where(eq(accounts.email, email));
  const fit = await passwordFit(found?.passwordHash ?? null, password);
  if (fit === "no" || !found) {
    throw new Problem("wrong-credentials", "Wrong email address or password.");
  }
  if (fit === "as-typed") await rehash(context, found, password);
  for (const [name, key] of counted) await giveBack(name, key);
  return { account: found, session: await startSession(context, found.id, door) };
}

/** Only over the hash that was read: a password that was changed meanwhile stays. */
async function rehash(
  { db }: Pick<Context, "db">,
  { id, passwordHash }: Pick<typeof accounts.$inferSelect, "id" | "passwordHash">,
  password: string,
): Promise<void> {
  await db
    .update(accounts)
    .set({ passwordHash: await hashPassword(password) })
    .where(and(eq(accounts.id, id), eq(accounts.passwordHash, passwordHash)));
}
