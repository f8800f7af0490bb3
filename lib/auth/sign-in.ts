import "server-only";
import { and, eq } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import { emailBucket } from "@/lib/accounts/email-bucket";
import { hashPassword, passwordFit } from "@/lib/accounts/passwords";
import { type Door, type Session, startSession } from "@/lib/auth/sessions";
import type { Context } from "@/lib/context";
import { accounts } from "@/lib/db/schema/accounts";
import { giveBack, type LimitName, limit } from "@/lib/limits";
import { Problem } from "@/lib/problem";

/** `address` is what the attempt is rate-limited by, as returned by `clientAddress`. */
type Attempt = { email: string; password: string; address: string; door: Door };

/** Signs in for both pages and API: the same error for every failure, one row for every session. */
export async function signIn(
  context: Pick<Context, "db" | "now">,
  { email, password, address, door }: Attempt,
): Promise<{ account: Account; session: Session }> {
  // By address first: once refused, an attacker cannot create further counters by inventing emails.
  // By both next: attempts refused there do not count against the account's owner.
  const counted: [LimitName, string][] = [
    ["sign-in-by-address", address],
    ["sign-in", `${address} ${email}`],
    ["sign-in-by-email", emailBucket(email)],
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

/** Updates only the hash that was read, so that a concurrent password change is kept. */
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
