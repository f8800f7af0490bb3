import "server-only";
import { and, eq, gt } from "drizzle-orm";
import { emailTaken } from "@/lib/accounts/find-account";
import { invalidConfirmation } from "@/lib/accounts/invalid-confirmation";
import type { Context } from "@/lib/context";
import type { Queries } from "@/lib/db/client";
import { brokenConstraint } from "@/lib/db/errors";
import { accounts, emailChanges, passwordResets } from "@/lib/db/schema/accounts";
import { giveBack, limit } from "@/lib/limits";
import { mailIn } from "@/lib/mail/mail-words";
import { isMailSet, sendMailLater } from "@/lib/mail/send-mail";
import { hashSecret } from "@/lib/secrets";
import type { Locale } from "@/lib/words/locales";

type Opened = { token: string; address: string; locale: Locale };

/**
 * Makes the address that a link was mailed to the account's own, once, and tells the previous one. Needs
 * no session: people open mail on other devices.
 */
export async function confirmEmail(
  { db, now }: Pick<Context, "db" | "now">,
  { token, address, locale }: Opened,
): Promise<{ email: string }> {
  await limit("link-by-address", address);
  const { handle, before, email } = await db
    .transaction((tx) => useLink(tx, token, now()))
    .catch((error) => {
      throw brokenConstraint(error) === "accounts_email_key" ? emailTaken() : error;
    });
  await giveBack("link-by-address", address);
  if (isMailSet()) {
    sendMailLater("the notice of a changed email address", () =>
      mailIn({ to: before, locale, what: "email-changed", handle }),
    );
  }
  return { email };
}

async function useLink(tx: Queries, token: string, now: Date) {
  const link = and(eq(emailChanges.hash, hashSecret(token)), gt(emailChanges.expiresAt, now));
  const [found] = await tx.select({ id: emailChanges.accountId }).from(emailChanges).where(link);
  if (!found) throw invalidConfirmation();
  const { id } = found;
  // The account before the link, in the same order as a password change.
  const [account] = await tx
    .select({ handle: accounts.handle, before: accounts.email })
    .from(accounts)
    .where(eq(accounts.id, id))
    .for("update");
  const [change] = await tx.delete(emailChanges).where(link).returning();
  if (!account || !change) throw invalidConfirmation();
  const { email } = change;
  await tx.update(accounts).set({ email }).where(eq(accounts.id, id));
  // A reset link may be in the previous mailbox.
  await tx.delete(passwordResets).where(eq(passwordResets.accountId, id));
  return { ...account, email };
}
