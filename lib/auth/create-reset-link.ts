import "server-only";
import { type Acting, accountToChange } from "@/lib/accounts/account-to-change";
import { recordDecision } from "@/lib/audit/record-decision";
import type { Context } from "@/lib/context";
import type { Queries } from "@/lib/db/client";
import { passwordResets } from "@/lib/db/schema/accounts";
import { env } from "@/lib/env";
import { hashSecret, newSecret } from "@/lib/secrets";

const lifeMs = 3_600_000;

export type ResetLink = { url: string; expiresAt: string };

/**
 * Creates a link that sets a new password once, and replaces any earlier link. The secret is in the
 * fragment, so it reaches no server, log or referrer.
 */
export async function createResetLink(
  { db, now }: Pick<Context, "db" | "now">,
  maker: Acting,
  handle: string,
): Promise<ResetLink> {
  return db.transaction(async (tx) => {
    const { id } = await accountToChange(tx, maker, { handle, action: "reset-password" });
    const by = maker === "operator" ? null : maker.id;
    await recordDecision(tx, { mint: null, event: "reset_link_created", by, subject: id });
    return replaceResetLink({ db: tx, now }, id);
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
