import "server-only";
import { type Account, isAdmin, isSuperAdmin } from "@/lib/accounts/account";
import { lockedAccountByHandle } from "@/lib/accounts/find-account";
import type { Context } from "@/lib/context";
import type { Queries } from "@/lib/db/client";
import { passwordResets } from "@/lib/db/schema/accounts";
import { env } from "@/lib/env";
import { Problem } from "@/lib/problem";
import { hashSecret, newSecret } from "@/lib/secrets";

const lifeMs = 3_600_000;

export type ResetLink = { url: string; expiresAt: string };

/**
 * Creates a link that sets a new password once, and replaces any earlier link. The secret is in the
 * fragment, so it reaches no server, log or referrer.
 *
 * @param maker the account that asks for it, or `operator` for the command line
 */
export async function createResetLink(
  { db, now }: Pick<Context, "db" | "now">,
  maker: Account | "operator",
  handle: string,
): Promise<ResetLink> {
  // Before the lookup, which admins alone may make.
  if (maker !== "operator" && !isAdmin(maker)) {
    throw new Problem("not-allowed", "Only admins of this installation can do this.");
  }
  return db.transaction(async (tx) => {
    // Locked, so that an account that is becoming an admin keeps no link of another admin.
    const owner = await lockedAccountByHandle(tx, handle);
    if (!owner) throw new Problem("account-not-found", `There is no account @${handle}.`);
    if (maker !== "operator" && !mayReset(maker, owner)) {
      throw new Problem("not-allowed", "Only the super admin can reset an admin’s password.");
    }
    return replaceResetLink({ db: tx, now }, owner.id);
  });
}

/** Stores a new link for an account, in place of any earlier one. The caller decides who may have it. */
export async function replaceResetLink(
  { db, now }: { db: Queries; now: Context["now"] },
  accountId: string,
): Promise<ResetLink> {
  const secret = newSecret();
  const link = { hash: hashSecret(secret), expiresAt: new Date(now().getTime() + lifeMs) };
  await db
    .insert(passwordResets)
    .values({ accountId, ...link })
    .onConflictDoUpdate({ target: passwordResets.accountId, set: link });
  return {
    url: `${env().publicUrl}/reset-password#${secret}`,
    expiresAt: link.expiresAt.toISOString(),
  };
}

/** A reset link gives access to the account, so an admin cannot create one for an account with as much power. */
const mayReset = (admin: Account, owner: Account) => isSuperAdmin(admin) || !isAdmin(owner);
