import "server-only";
import type { Account } from "@/lib/accounts/account";
import { accountToChange } from "@/lib/accounts/account-to-change";
import { recordDecision } from "@/lib/audit/record-decision";
import { endSessionsOf } from "@/lib/auth/sessions";
import type { Context } from "@/lib/context";
import type { ManagedAccount } from "@/lib/contracts/admin/accounts";
import { managedAccount } from "./managed-account";

/** Signs an account out everywhere, for someone who lost a device and cannot sign in. */
export async function endAllSessions(
  context: Context,
  admin: Account,
  handle: string,
): Promise<ManagedAccount> {
  const { id, closeSeats } = await context.db.transaction(async (tx) => {
    const { id } = await accountToChange(tx, admin, { handle, action: "end-sessions" });
    const closeSeats = await endSessionsOf(context, tx, { accountId: id });
    const event = "sessions_ended";
    await recordDecision(tx, { mint: null, event, by: admin.id, subject: id });
    return { id, closeSeats };
  });
  await closeSeats();
  return managedAccount(context, id);
}
