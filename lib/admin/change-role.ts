import "server-only";
import { eq } from "drizzle-orm";
import { type Account, isSuperAdmin } from "@/lib/accounts/account";
import { type Acting, accountToChange } from "@/lib/accounts/account-to-change";
import { recordDecision } from "@/lib/audit/record-decision";
import { withCurrentPassword, wrongPassword } from "@/lib/auth/current-password";
import type { Context } from "@/lib/context";
import type { ManagedAccount } from "@/lib/contracts/admin/accounts";
import type { Queries } from "@/lib/db/client";
import { accounts, passwordResets } from "@/lib/db/schema/accounts";
import { takeTurns } from "@/lib/db/take-turns";
import type { AccountRole } from "@/lib/grants/account-capabilities";
import { Problem } from "@/lib/problem";
import { managedAccount } from "./managed-account";

type Role = Exclude<AccountRole, "super_admin">;

/** Makes an account an admin or a regular account. From the command line, a super admin stays one. */
export async function changeRole(
  context: Pick<Context, "db" | "now">,
  by: Acting,
  { handle, role }: { handle: string; role: Role },
): Promise<ManagedAccount> {
  const id = await context.db.transaction(async (tx) => {
    const account = await accountToChange(tx, by, { handle, action: "change-role" });
    if (account.role !== "super_admin") await setRole(tx, { account, role, by });
    return account.id;
  });
  return managedAccount(context, id);
}

type NewRole = { account: Account; role: AccountRole; by: Acting };

async function setRole(tx: Queries, { account, role, by }: NewRole): Promise<void> {
  const { id } = account;
  // An admin may have created one while the account had less power than now.
  await tx.delete(passwordResets).where(eq(passwordResets.accountId, id));
  if (account.role === role) return;
  await tx.update(accounts).set({ role }).where(eq(accounts.id, id));
  await recordDecision(tx, {
    mint: null,
    event: role === "super_admin" ? "super_admin_changed" : "role_changed",
    by: by === "operator" ? null : by.id,
    subject: id,
    detail: role,
  });
}

/** Makes another account the super admin, and this one an admin. */
export async function handOver(
  context: Pick<Context, "db" | "now">,
  superAdmin: Account,
  { handle, currentPassword }: { handle: string; currentPassword: string },
): Promise<ManagedAccount> {
  // Before the password, which would say nothing to a plain admin.
  if (!isSuperAdmin(superAdmin)) {
    throw new Problem("not-allowed", "Only the super admin can do this.");
  }
  const me = superAdmin.id;
  const current = { id: me, typed: currentPassword };
  const id = await withCurrentPassword(context, current, (typed) =>
    context.db.transaction(async (tx) => {
      const account = await accountToChange(tx, superAdmin, { handle, action: "hand-over" });
      refuseSuspended(account);
      const [own] = await tx
        .select({ passwordHash: accounts.passwordHash })
        .from(accounts)
        .where(eq(accounts.id, me));
      // Changed concurrently: the typed password is no longer the current one.
      if (own?.passwordHash !== typed) throw wrongPassword();
      await tx.update(accounts).set({ role: "admin" }).where(eq(accounts.id, me));
      await setRole(tx, { account, role: "super_admin", by: superAdmin });
      return account.id;
    }),
  );
  return managedAccount(context, id);
}

/** From the command line, where whoever runs the server needs no password. */
export async function makeSuperAdmin({ db }: Pick<Context, "db">, handle: string): Promise<void> {
  await db.transaction(async (tx) => {
    // The founding sign-up takes the role if no one has it.
    await takeTurns(tx, "sign-up");
    const account = await accountToChange(tx, "operator", { handle, action: "hand-over" });
    refuseSuspended(account);
    if (account.role === "super_admin") return;
    await tx.update(accounts).set({ role: "admin" }).where(eq(accounts.role, "super_admin"));
    await setRole(tx, { account, role: "super_admin", by: "operator" });
  });
}

function refuseSuspended({ suspendedAt, suspensionReason }: Account): void {
  if (!suspendedAt) return;
  throw new Problem("account-suspended", "Lift the suspension of this account first.", {
    reason: suspensionReason ?? "",
  });
}
