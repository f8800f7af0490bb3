import "server-only";
import type { Context } from "@/lib/context";
import { brokenConstraint } from "@/lib/db/errors";
import { accounts } from "@/lib/db/schema/accounts";
import { takeTurns } from "@/lib/db/take-turns";
import { newAccountId } from "@/lib/ids";
import { foundPersonalOrganization } from "@/lib/organizations/found-organization";
import { Problem } from "@/lib/problem";
import type { Account } from "./account";
import { isFounded } from "./is-founded";
import { hashPassword } from "./passwords";

type NewAccount = {
  email: string;
  handle: string;
  name: string;
  password: string;
  ordinary?: boolean;
};

/**
 * Creates the account and its own organization. The installation's first becomes super admin, unless
 * it asks to be ordinary: the place then waits for the next.
 */
export async function signUp({ db }: Pick<Context, "db">, wanted: NewAccount): Promise<Account> {
  const passwordHash = await hashPassword(wanted.password);
  const { password: _, ordinary = false, ...row } = wanted;
  try {
    return await db.transaction(async (tx) => {
      // Two first sign-ups at once take turns here, so that exactly one founds the installation.
      await takeTurns(tx, "sign-up");
      const founds = !ordinary && !(await isFounded({ db: tx }));
      const [account] = await tx
        .insert(accounts)
        .values({
          ...row,
          id: newAccountId(),
          passwordHash,
          role: founds ? "super_admin" : "user",
        })
        .returning();
      if (!account) throw new Error("the account was not returned");
      await foundPersonalOrganization(tx, account);
      return account;
    });
  } catch (error) {
    const broken = brokenConstraint(error);
    if (broken === "accounts_email_key") {
      throw new Problem("email-taken", "There is an account with this e-mail address already.");
    }
    if (broken === "accounts_handle_key" || broken === "organizations_pkey") {
      throw new Problem("handle-taken", "This handle is taken. Choose another one.");
    }
    throw error;
  }
}
