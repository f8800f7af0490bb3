import "server-only";
import { eq, or, sql } from "drizzle-orm";
import type { Queries } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";
import { type AccountAction, mayActOn } from "@/lib/grants/account-capabilities";
import { Problem } from "@/lib/problem";
import { type Account, isAdmin } from "./account";
import { accountColumns } from "./account-columns";
import { hasOrHadHandle } from "./former-handles";

/** The person who acts: an admin, or `operator` for the command line. */
export type Acting = Pick<Account, "id"> | "operator";

/**
 * The account with this handle, if the admin may do this to it. Both rows stay locked until the
 * transaction ends, so that neither role changes in between: an admin who is being demoted is refused
 * or was faster.
 */
export async function accountToChange(
  tx: Queries,
  by: Acting,
  { handle, action }: { handle: string; action: AccountAction },
): Promise<Account> {
  const named = hasOrHadHandle(handle);
  const rows = await tx
    .select({ account: accountColumns, named: sql<boolean>`${named}` })
    .from(accounts)
    .where(by === "operator" ? named : or(named, eq(accounts.id, by.id)))
    // In one order, so that two admins who act on each other do not deadlock.
    .orderBy(accounts.id)
    .for("no key update");
  const admin =
    by === "operator" ? null : rows.find(({ account }) => account.id === by.id)?.account;
  if (admin !== null && !(admin && isAdmin(admin))) throw adminsOnly();
  const account = rows.find((row) => row.named)?.account;
  if (!account) throw new Problem("account-not-found", `There is no account @${handle}.`);
  if (admin && !mayActOn(admin.role, action, account.role)) throw refusal(admin, account);
  return account;
}

export const adminsOnly = () =>
  new Problem("not-allowed", "Only admins of this installation can do this.");

const refusal = (admin: Account, account: Account) =>
  new Problem(
    "not-allowed",
    admin.id === account.id
      ? "You can’t do this to yourself."
      : "Only the super admin can do this.",
  );
