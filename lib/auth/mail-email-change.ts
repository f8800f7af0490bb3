import "server-only";
import { and, eq } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import { emailBucket } from "@/lib/accounts/email-bucket";
import { hasAccount } from "@/lib/accounts/find-account";
import type { Context } from "@/lib/context";
import { accounts, emailChanges } from "@/lib/db/schema/accounts";
import { env } from "@/lib/env";
import { limit } from "@/lib/limits";
import { mailIn } from "@/lib/mail/mail-words";
import { sendMailLater } from "@/lib/mail/send-mail";
import { hashSecret, newSecret } from "@/lib/secrets";
import type { Locale } from "@/lib/words/locales";
import { wrongPassword } from "./current-password";

type Wanted = { email: string; passwordHash: string; locale: Locale };

const lifeMs = 24 * 3_600_000;

/**
 * Stores the new address and mails it a link that makes it the account's, in place of any earlier
 * change. If the address already has an account, its owner is told instead, and the answer is the same.
 */
export async function mailEmailChange(
  { db, now }: Pick<Context, "db" | "now">,
  { id, handle }: Pick<Account, "id" | "handle">,
  { email, passwordHash, locale }: Wanted,
): Promise<void> {
  await limit("email-change", id);
  await limit("mail", `change ${emailBucket(email)}`);
  const secret = newSecret();
  const change = {
    email,
    hash: hashSecret(secret),
    expiresAt: new Date(now().getTime() + lifeMs),
  };
  await db.transaction(async (tx) => {
    // Locked, so that a concurrent new password finds this change and voids it.
    const [same] = await tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(eq(accounts.id, id), eq(accounts.passwordHash, passwordHash)))
      .for("share");
    if (!same) throw wrongPassword();
    await tx
      .insert(emailChanges)
      .values({ accountId: id, ...change })
      .onConflictDoUpdate({ target: emailChanges.accountId, set: change });
  });
  sendMailLater("a link that confirms an email address", async () => {
    if (await hasAccount(db, email)) return mailIn({ to: email, locale, what: "already" });
    const url = `${env().publicUrl}/confirm-email#${secret}`;
    return mailIn({ to: email, locale, what: "new-email", url, handle });
  });
}
