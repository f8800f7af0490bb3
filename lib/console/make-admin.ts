import "server-only";
import { and, eq } from "drizzle-orm";
import { accountByHandle } from "@/lib/accounts/find-account";
import type { Context } from "@/lib/context";
import { accounts, passwordResets } from "@/lib/db/schema/accounts";
import { takeTurns } from "@/lib/db/take-turns";
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

/** Makes an account the super admin. There is one: whoever was it becomes an admin. */
export async function makeSuperAdmin({ db }: Pick<Context, "db">, handle: string): Promise<void> {
  const account = await accountByHandle(db, handle);
  if (!account) throw new Problem("account-not-found", `There is no account @${handle}.`);
  await db.transaction(async (tx) => {
    // The founding sign-up takes the role if no one has it.
    await takeTurns(tx, "sign-up");
    await tx.update(accounts).set({ role: "admin" }).where(eq(accounts.role, "super_admin"));
    await tx.update(accounts).set({ role: "super_admin" }).where(eq(accounts.id, account.id));
    await tx.delete(passwordResets).where(eq(passwordResets.accountId, account.id));
  });
}
