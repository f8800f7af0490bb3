import "server-only";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import type { Queries } from "@/lib/db/client";
import { invites } from "@/lib/db/schema/guests";
import { env } from "@/lib/env";
import { fieldError } from "@/lib/field-errors";
import { newInviteId } from "@/lib/ids";
import { refuseEnded, requireMay } from "@/lib/livestreams/find-livestream";
import { holdLivestream } from "@/lib/livestreams/hold-livestream";
import { adminsAmong, requireMembership } from "@/lib/organizations/membership";
import { invalidFields } from "@/lib/problem";
import { sealInvite } from "./invite-token";

type Wanted = {
  orgId: string;
  roomId: string;
  durationSeconds: number;
  allowAll?: boolean;
  allowedAdmins?: string[];
  maxUses?: number;
};

export async function createInvite(
  { db, now }: Pick<Context, "db" | "now">,
  inviter: Account,
  { orgId, roomId: mint, durationSeconds, allowAll = false, allowedAdmins = [], maxUses }: Wanted,
): Promise<{ inviteUrl: string; jti: string; expiresAt: string }> {
  const jti = newInviteId();
  const expiresAt = new Date(now().getTime() + durationSeconds * 1_000);
  const rule = { orgId, allowAll, allowedAdmins };
  await db.transaction(async (tx) => {
    await holdLivestream(tx, mint);
    const { status } = await requireMay(tx, mint, inviter.id, "invite");
    refuseEnded(status, "This livestream has ended. No one can join it.");
    await requireMembership(tx, orgId, inviter.id);
    await refuseStrangers(tx, orgId, allowedAdmins);
    await tx
      .insert(invites)
      .values({ ...rule, jti, mint, createdBy: inviter.id, expiresAt, maxUses });
  });
  const token = await sealInvite({ ...rule, jti, roomId: mint }, expiresAt);
  return {
    inviteUrl: `${env().publicUrl}/join?invite_token=${token}`,
    jti,
    expiresAt: expiresAt.toISOString(),
  };
}

async function refuseStrangers(tx: Queries, orgId: string, accountIds: string[]): Promise<void> {
  const admins = await adminsAmong(tx, orgId, accountIds);
  const strangers = accountIds.filter((id) => !admins.has(id));
  if (strangers.length === 0) return;
  const refused = strangers.map((account) =>
    fieldError("not-an-admin", `${account} is not an admin of ${orgId}`, {
      account,
      organization: orgId,
    }),
  );
  const detail = "allowedAdmins: each must be an admin of the organization.";
  throw invalidFields({ allowedAdmins: refused }, detail);
}
