import "server-only";
import { and, eq } from "drizzle-orm";
import { accountByHandle } from "@/lib/accounts/find-account";
import type { Context } from "@/lib/context";
import { accounts, passwordResets } from "@/lib/db/schema/accounts";
import { Problem } from "@/lib/problem";

/** Makes an account an admin of the installation; one that is more already stays it. */
export async function makeAdmin({ db }: Pick<Context, "db">, handle: string): Promise<void> {
  const account = await accountByHandle(db, handle);
  if (!account) throw new Problem("account-not-found", `There is no account @${handle}.`);
  await db.transaction(async (tx) => {
    await tx
      .update(accounts)
      .set({ role: "admin" })
      .where(and(eq(accounts.id, account.id), eq(accounts.role, "user")));
    // Another admin may have created a link while the account was an ordinary one.
    await tx.delete(passwordResets).where(eq(passwordResets.accountId, account.id));
  });
}
