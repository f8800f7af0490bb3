import "server-only";
import { and, eq } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import { accountColumns } from "@/lib/accounts/account-columns";
import { limitTakenEmails } from "@/lib/accounts/limit-sign-up";
import type { Context } from "@/lib/context";
import { brokenConstraint } from "@/lib/db/errors";
import { accounts } from "@/lib/db/schema/accounts";
import { Problem } from "@/lib/problem";
import { withCurrentPassword, wrongPassword } from "./current-password";

type Wanted = { email: string; currentPassword: string; address: string };

/** Changes the email address that an account signs in with. */
export async function changeEmail(
  { db }: Pick<Context, "db">,
  account: Account,
  { email, currentPassword, address }: Wanted,
): Promise<Account> {
  return withCurrentPassword({ db }, { id: account.id, typed: currentPassword }, (passwordHash) =>
    limitTakenEmails(address, async () => {
      try {
        const [row] = await db
          .update(accounts)
          .set({ email })
          .where(and(eq(accounts.id, account.id), eq(accounts.passwordHash, passwordHash)))
          .returning(accountColumns);
        if (!row) throw wrongPassword();
        return row;
      } catch (error) {
        if (brokenConstraint(error) !== "accounts_email_key") throw error;
        throw new Problem("email-taken", "There’s already an account with this email address.");
      }
    }),
  );
}
