import "server-only";
import { and, eq, gt } from "drizzle-orm";
import { hashPassword } from "@/lib/accounts/passwords";
import type { Context } from "@/lib/context";
import { accounts, linkedIdentities, passwordResets } from "@/lib/db/schema/accounts";
import { giveBack, limit } from "@/lib/limits";
import { Problem } from "@/lib/problem";
import { hashSecret } from "@/lib/secrets";
import { setPassword } from "./change-password";
import { endSessionsOf } from "./sessions";

type Reset = { token: string; password: string; address: string };

/** Sets a new password with a link's secret, once, ends all sessions of the account, and unlinks its provider. */
export async function resetPassword(
  context: Context,
  { token, password, address }: Reset,
): Promise<{ email: string }> {
  await limit("link-by-address", address);
  const link = and(
    eq(passwordResets.hash, hashSecret(token)),
    gt(passwordResets.expiresAt, context.now()),
  );
  const [found] = await context.db
    .select({ id: accounts.id, email: accounts.email })
    .from(passwordResets)
    .innerJoin(accounts, eq(accounts.id, passwordResets.accountId))
    .where(link);
  // Hashing is expensive, so only valid links get that far.
  if (!found) throw invalidLink();
  const { id, email } = found;
  const passwordHash = await hashPassword(password);
  const closeSeats = await context.db.transaction(async (tx) => {
    // An intruder may have linked one of them. Before the account, as a sign-in locks them.
    await tx.delete(linkedIdentities).where(eq(linkedIdentities.accountId, id));
    // Locks the account before the link, in the same order as a password change.
    await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, id)).for("update");
    const used = await tx
      .delete(passwordResets)
      .where(link)
      .returning({ hash: passwordResets.hash });
    if (used.length === 0) throw invalidLink();
    await setPassword(tx, { id, passwordHash });
    return endSessionsOf(context, tx, { accountId: id });
  });
  await giveBack("link-by-address", address);
  await closeSeats();
  return { email };
}

const invalidLink = () =>
  new Problem(
    "reset-link-invalid",
    "This link has expired or was already used. Ask for a new one.",
  );
