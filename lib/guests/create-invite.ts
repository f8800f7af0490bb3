import "server-only";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import { invites } from "@/lib/db/schema/guests";
import { env } from "@/lib/env";
import { newInviteId } from "@/lib/ids";
import { refuseEnded, requireHosted } from "@/lib/livestreams/find-livestream";
import { adminsAmong, requireMembership } from "@/lib/organizations/membership";
import { Problem } from "@/lib/problem";
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
  const { status } = await requireHosted(db, mint, inviter.id);
  refuseEnded(status, "This livestream has ended; nobody can join it.");
  await requireMembership(db, orgId, inviter.id);
  const admins = await adminsAmong(db, orgId, allowedAdmins);
  const strangers = allowedAdmins.filter((id) => !admins.has(id));
  if (strangers.length > 0) {
    throw new Problem(
      "invalid-request",
      "allowedAdmins: each must be an admin of the organization.",
      {
        errors: { allowedAdmins: strangers.map((id) => `${id} is not an admin of ${orgId}`) },
      },
    );
  }
  const jti = newInviteId();
  const expiresAt = new Date(now().getTime() + durationSeconds * 1_000);
  const rule = { orgId, allowAll, allowedAdmins };
  await db
    .insert(invites)
    .values({ ...rule, jti, mint, createdBy: inviter.id, expiresAt, maxUses });
  const token = await sealInvite({ ...rule, jti, roomId: mint }, expiresAt);
  return {
    inviteUrl: `${env().publicUrl}/join?invite_token=${token}`,
    jti,
    expiresAt: expiresAt.toISOString(),
  };
}
