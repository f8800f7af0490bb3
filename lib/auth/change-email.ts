import "server-only";
import { and, eq } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import { accountColumns } from "@/lib/accounts/account-columns";
import { emailTaken } from "@/lib/accounts/find-account";
import { limitTakenEmails } from "@/lib/accounts/limit-sign-up";
import type { Context } from "@/lib/context";
import { brokenConstraint } from "@/lib/db/errors";
import { accounts } from "@/lib/db/schema/accounts";
import { isMailSet } from "@/lib/mail/send-mail";
import type { Locale } from "@/lib/words/locales";
import { withCurrentPassword, wrongPassword } from "./current-password";
import { mailEmailChange } from "./mail-email-change";

type Wanted = { email: string; currentPassword: string; address: string; locale: Locale };

/**
 * Changes the email address that an account signs in with. Where mail is set, a link mailed to the new
 * address has to be opened first, and the account is returned as it was.
 */
export async function changeEmail(
  context: Pick<Context, "db" | "now">,
  account: Account,
  { email, currentPassword, address, locale }: Wanted,
): Promise<Account> {
  const current = { id: account.id, typed: currentPassword };
  return withCurrentPassword(context, current, async (passwordHash) => {
    if (!isMailSet()) {
      return limitTakenEmails(address, () => writeEmail(context, account.id, email, passwordHash));
    }
    if (email !== account.email) {
      await mailEmailChange(context, account, { email, passwordHash, locale });
    }
    return account;
  });
}

async function writeEmail(
  { db }: Pick<Context, "db">,
  id: string,
  email: string,
  passwordHash: string,
): Promise<Account> {
  try {
    const [row] = await db
      .update(accounts)
      .set({ email })
      .where(and(eq(accounts.id, id), eq(accounts.passwordHash, passwordHash)))
      .returning(accountColumns);
    if (!row) throw wrongPassword();
    return row;
  } catch (error) {
    if (brokenConstraint(error) !== "accounts_email_key") throw error;
    throw emailTaken();
  }
}
