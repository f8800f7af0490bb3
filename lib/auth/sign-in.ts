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
  if (fit === "no" || !found) throw wrongCredentials();
  const passwordHash =
    fit === "as-typed" ? await rehash(context, found, password) : found.passwordHash;
  const session = await startWhilePasswordHolds(context, { ...found, passwordHash }, door);
  for (const [name, key] of counted) await giveBack(name, key);
  return { account: found, session };
}

const wrongCredentials = () =>
  new Problem("wrong-credentials", "The e-mail address or the password is wrong.");

type Verified = Pick<typeof accounts.$inferSelect, "id" | "passwordHash">;

/**
 * A change of the password ends the account's sessions, and locks its row first. So a sign-in with the
 * old password is either over by then and ended too, or finds another hash.
 */
function startWhilePasswordHolds(
  { db, now }: Pick<Context, "db" | "now">,
  { id, passwordHash }: Verified,
  door: Door,
): Promise<Session> {
  return db.transaction(async (tx) => {
    const [same] = await tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(eq(accounts.id, id), eq(accounts.passwordHash, passwordHash)))
      .for("share");
    if (!same) throw wrongCredentials();
    return startSession({ db: tx, now }, id, door);
  });
}

/**
 * Only over the hash that was read: a password that was changed meanwhile stays.
 * @returns the hash that another sign-in at the same moment may have written already
 */
async function rehash(
  { db }: Pick<Context, "db">,
  { id, passwordHash }: Verified,
  password: string,
): Promise<string> {
  const made = await hashPassword(password);
  const [written] = await db
    .update(accounts)
    .set({ passwordHash: made })
    .where(and(eq(accounts.id, id), eq(accounts.passwordHash, passwordHash)))
    .returning({ id: accounts.id });
  if (written) return made;
  const [now] = await db
    .select({ passwordHash: accounts.passwordHash })
    .from(accounts)
    .where(eq(accounts.id, id));
  if (!now || (await passwordFit(now.passwordHash, password)) !== "yes") throw wrongCredentials();
  return now.passwordHash;
}
