import "server-only";
import { type Acting, accountToChange } from "@/lib/accounts/account-to-change";
import { recordDecision } from "@/lib/audit/record-decision";
import type { Context } from "@/lib/context";
import { passwordResets } from "@/lib/db/schema/accounts";
import { env } from "@/lib/env";
import { hashSecret, newSecret } from "@/lib/secrets";

const lifeMs = 3_600_000;

/**
 * Creates a link that sets a new password once, and replaces any earlier link. The secret is in the
 * fragment, so it reaches no server, log or referrer.
 */
export async function createResetLink(
  { db, now }: Pick<Context, "db" | "now">,
  maker: Acting,
  handle: string,
): Promise<{ url: string; expiresAt: string }> {
  const secret = newSecret();
  const link = { hash: hashSecret(secret), expiresAt: new Date(now().getTime() + lifeMs) };
  await db.transaction(async (tx) => {
    const { id } = await accountToChange(tx, maker, { handle, action: "reset-password" });
    await tx
      .insert(passwordResets)
      .values({ accountId: id, ...link })
      .onConflictDoUpdate({ target: passwordResets.accountId, set: link });
    const by = maker === "operator" ? null : maker.id;
    await recordDecision(tx, { mint: null, event: "reset_link_created", by, subject: id });
  });
  return {
    url: `${env().publicUrl}/reset-password#${secret}`,
    expiresAt: link.expiresAt.toISOString(),
  };
}
