import "server-only";
import { env } from "@/lib/env";
import type { InviteRow } from "./find-invite";
import { inviteCode } from "./invite-code";
import { sealInvite } from "./invite-token";

/** The link in the format of the guest API's document: with the invite's token. */
export async function tokenLink({ mint, expiresAt, ...claims }: InviteRow): Promise<string> {
  const { jti, orgId, allowAll, allowedAdmins } = claims;
  const token = await sealInvite({ jti, orgId, allowAll, allowedAdmins, roomId: mint }, expiresAt);
  return `${env().publicUrl}/join?invite_token=${token}`;
}

export const shortLink = (jti: string): string => `${env().publicUrl}/j/${inviteCode(jti)}`;

/** The link to copy. Invites from before short links keep the one that they were sent with. */
export const linkOf = (invite: InviteRow): string | Promise<string> =>
  invite.codeDigest ? shortLink(invite.jti) : tokenLink(invite);
