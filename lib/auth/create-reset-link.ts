import "server-only";
import { type Account, isAdmin, isSuperAdmin } from "@/lib/accounts/account";
import { accountByHandle } from "@/lib/accounts/find-account";
import type { Context } from "@/lib/context";
import { passwordResets } from "@/lib/db/schema/accounts";
import { env } from "@/lib/env";
import { Problem } from "@/lib/problem";
import { hashSecret, newSecret } from "@/lib/secrets";

const lifeMs = 3_600_000;

/**
 * Creates the link that sets a new password once, and voids the earlier one. The secret is in the
 * fragment: no server, log or referrer gets it.
 *
 * @param maker an admin, or `operator` for whoever has a shell on the server
 */
export async function createResetLink(
  { db, now }: Pick<Context, "db" | "now">,
  maker: Account | "operator",
  handle: string,
): Promise<{ url: string; expiresAt: string }> {
  const owner = await accountByHandle(db, handle);
  if (!owner) throw new Problem("account-not-found", `There is no account @${handle}.`);
  if (maker !== "operator" && !mayReset(maker, owner)) {
    throw new Problem("not-allowed", "Only the super admin resets the password of an admin.");
  }
  const secret = newSecret();
  const link = { hash: hashSecret(secret), expiresAt: new Date(now().getTime() + lifeMs) };
  await db
    .insert(passwordResets)
    .values({ accountId: owner.id, ...link })
    .onConflictDoUpdate({ target: passwordResets.accountId, set: link });
  return {
    url: `${env().publicUrl}/reset-password#${secret}`,
    expiresAt: link.expiresAt.toISOString(),
  };
}

/** Whoever has the link has the account, so nobody gets a more powerful one by it. */
const mayReset = (maker: Account, owner: Account) =>
  isSuperAdmin(maker) || (isAdmin(maker) && !isAdmin(owner));
