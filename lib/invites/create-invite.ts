import "server-only";
import type { Account } from "@/lib/accounts/account";
import { heldHandle } from "@/lib/accounts/find-account";
import type { Context } from "@/lib/context";
import type { Queries } from "@/lib/db/client";
import { invites } from "@/lib/db/schema/guests";
import { fieldError } from "@/lib/field-errors";
import { newInviteId } from "@/lib/ids";
import { refuseEnded, requireMay } from "@/lib/livestreams/find-livestream";
import { holdLivestream } from "@/lib/livestreams/hold-livestream";
import { adminsAmong, holdOrganization, requireMembership } from "@/lib/organizations/membership";
import { invalidFields } from "@/lib/problem";
import { codeDigest, inviteCode } from "./invite-code";
import { shortLink, tokenLink } from "./invite-link";

type Wanted = {
  orgId: string;
  roomId: string;
  /** Null for an invite that is valid until the show ends. */
  durationSeconds: number | null;
  label?: string;
  allowAll?: boolean;
  allowedAdmins?: string[];
  maxUses?: number;
};

type Made = { inviteUrl: string; shortUrl: string; jti: string; expiresAt: string | null };

export async function createInvite(
  { db, now }: Pick<Context, "db" | "now">,
  inviter: Account,
  { roomId: mint, durationSeconds, allowAll = false, allowedAdmins = [], ...wanted }: Wanted,
): Promise<Made> {
  const { orgId } = wanted;
  const jti = newInviteId();
  const code = inviteCode(jti);
  const expiresAt =
    durationSeconds === null ? null : new Date(now().getTime() + durationSeconds * 1_000);
  const invite = await db.transaction(async (tx) => {
    await holdLivestream(tx, mint);
    const { status } = await requireMay(tx, mint, inviter.id, "invite");
    refuseEnded(status, "This livestream has ended. No one can join it.");
    // Its id may be changing with its owner's handle. The account first, as in that change.
    await tx.execute(heldHandle(inviter.id));
    await holdOrganization(tx, orgId);
    await requireMembership(tx, orgId, inviter.id);
    await refuseStrangers(tx, orgId, allowedAdmins);
    const row = { ...wanted, jti, mint, allowAll, allowedAdmins, createdBy: inviter.id, expiresAt };
    const [stored] = await tx
      .insert(invites)
      .values({ ...row, codeDigest: codeDigest(code) })
      .returning();
    if (!stored) throw new Error("the invite was not returned");
    return stored;
  });
  return {
    inviteUrl: await tokenLink(invite),
    shortUrl: shortLink(code),
    jti,
    expiresAt: expiresAt?.toISOString() ?? null,
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
