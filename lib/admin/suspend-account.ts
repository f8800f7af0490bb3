import "server-only";
import { and, eq, exists, notInArray, or } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import { accountToChange } from "@/lib/accounts/account-to-change";
import { recordDecision } from "@/lib/audit/record-decision";
import { endSessionsOf } from "@/lib/auth/sessions";
import type { Context } from "@/lib/context";
import type { ManagedAccount } from "@/lib/contracts/admin/accounts";
import { overStatuses } from "@/lib/contracts/common/livestream-status";
import { accounts, apiKeys, emailChanges, passwordResets } from "@/lib/db/schema/accounts";
import { livestreams } from "@/lib/db/schema/livestreams";
import { participants, seatVouchers } from "@/lib/db/schema/participants";
import { closeUnseated } from "@/lib/participants/close-unseated";
import { managedAccount } from "./managed-account";

type Suspension = { handle: string; reason: string };

/** Ends everything the account is signed in with or connected by. Suspending again changes the reason. */
export async function suspendAccount(
  context: Context,
  admin: Account,
  { handle, reason }: Suspension,
): Promise<ManagedAccount> {
  const { db, now } = context;
  const { id, closeSeats } = await db.transaction(async (tx) => {
    const found = await accountToChange(tx, admin, { handle, action: "suspend" });
    const { id } = found;
    if (found.suspensionReason !== reason) {
      const suspendedAt = found.suspendedAt ?? now();
      await tx
        .update(accounts)
        .set({ suspendedAt, suspensionReason: reason })
        .where(eq(accounts.id, id));
      const event = "account_suspended";
      await recordDecision(tx, { mint: null, event, by: admin.id, subject: id, detail: reason });
    }
    await tx.delete(passwordResets).where(eq(passwordResets.accountId, id));
    await tx.delete(emailChanges).where(eq(emailChanges.accountId, id));
    return { id, closeSeats: await endSessionsOf(context, tx, { accountId: id }) };
  });
  await closeSeats();
  // Seats that its API keys and stream keys got it, which the ended sessions do not name.
  await closeUnseated(context, await showsWith(context, id));
  return managedAccount(context, id);
}

/** The shows that are not over in which the account, or an agent of its API keys, has been seated. */
async function showsWith({ db }: Pick<Context, "db">, accountId: string): Promise<string[]> {
  const byItsKeys = db
    .select({ mint: seatVouchers.mint })
    .from(seatVouchers)
    .innerJoin(apiKeys, eq(apiKeys.id, seatVouchers.voucherId))
    .where(
      and(
        eq(apiKeys.accountId, accountId),
        eq(seatVouchers.kind, "key"),
        eq(seatVouchers.mint, participants.mint),
        eq(seatVouchers.identity, participants.identity),
      ),
    );
  const isIts = or(eq(participants.accountId, accountId), exists(byItsKeys));
  const rows = await db
    .selectDistinct({ mint: participants.mint })
    .from(participants)
    .innerJoin(livestreams, eq(livestreams.mint, participants.mint))
    .where(and(isIts, notInArray(livestreams.status, overStatuses)));
  return rows.map(({ mint }) => mint);
}

export async function liftSuspension(
  context: Pick<Context, "db" | "now">,
  admin: Account,
  handle: string,
): Promise<ManagedAccount> {
  const id = await context.db.transaction(async (tx) => {
    const { id, suspendedAt } = await accountToChange(tx, admin, { handle, action: "suspend" });
    if (suspendedAt) {
      await tx
        .update(accounts)
        .set({ suspendedAt: null, suspensionReason: null })
        .where(eq(accounts.id, id));
      const event = "suspension_lifted";
      await recordDecision(tx, { mint: null, event, by: admin.id, subject: id });
    }
    return id;
  });
  return managedAccount(context, id);
}
