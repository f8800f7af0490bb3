import "server-only";
import { and, eq } from "drizzle-orm";
import { accountByHandle } from "@/lib/accounts/find-account";
import type { Context } from "@/lib/context";
import { accounts, passwordResets } from "@/lib/db/schema/accounts";
import { Problem } from "@/lib/problem";

/** Makes an account an admin of this installation. A super admin stays one. */
export async function makeAdmin({ db }: Pick<Context, "db">, handle: string): Promise<void> {
  const account = await accountByHandle(db, handle);
  if (!account) throw new Problem("account-not-found", `There is no account @${handle}.`);
  await db.transaction(async (tx) => {
    await tx
      .update(accounts)
      .set({ role: "admin" })
      .where(and(eq(accounts.id, account.id), eq(accounts.role, "user")));
    // Another admin may have created a link before the account had admin rights.
    await tx.delete(passwordResets).where(eq(passwordResets.accountId, account.id));
  });
}
