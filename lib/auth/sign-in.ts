import "server-only";
import { and, eq } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import { emailBucket } from "@/lib/accounts/email-bucket";
import { hashPassword, passwordFit } from "@/lib/accounts/passwords";
import { type Session, type SignInFrom, startSession } from "@/lib/auth/sessions";
import type { Context } from "@/lib/context";
import { accounts } from "@/lib/db/schema/accounts";
import { giveBack, type LimitName, limit } from "@/lib/limits";
import { Problem } from "@/lib/problem";

/** `address` is what the attempt is rate-limited by, as returned by `clientAddress`. */
type Attempt = { email: string; password: string; address: string } & SignInFrom;

/** Signs in for both pages and API: the same error for every failure, one row for every session. */
export async function signIn(
  context: Pick<Context, "db" | "now">,
  { email, password, address, ...from }: Attempt,
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
  if (fit === "no" || !found?.passwordHash) throw wrongCredentials();
  const { id, passwordHash: known } = found;
  const passwordHash =
    fit === "as-typed" ? await rehash(context, { id, passwordHash: known }, password) : known;
  const session = await startWhilePasswordHolds(context, { id, passwordHash }, from);
  for (const [name, key] of counted) await giveBack(name, key);
  return { account: found, session };
}

const wrongCredentials = () => new Problem("wrong-credentials", "Wrong email address or password.");

type Verified = { id: string; passwordHash: string };

/**
 * A password change locks the account's row, then ends its sessions. A sign-in with the old password has
 * either finished by then, and its session ends too, or it finds a different hash and fails.
 */
function startWhilePasswordHolds(
  { db, now }: Pick<Context, "db" | "now">,
  { id, passwordHash }: Verified,
  from: SignInFrom,
): Promise<Session> {
  return db.transaction(async (tx) => {
    const [same] = await tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(eq(accounts.id, id), eq(accounts.passwordHash, passwordHash)))
      .for("share");
    if (!same) throw wrongCredentials();
    return startSession({ db: tx, now }, id, from);
  });
}

/**
 * Updates only the hash that was read, so that a concurrent password change is kept.
 * @returns the stored hash: this one, or the one that a concurrent sign-in wrote
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
  if (!now?.passwordHash || (await passwordFit(now.passwordHash, password)) !== "yes") {
    throw wrongCredentials();
  }
  return now.passwordHash;
}
