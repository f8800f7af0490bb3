import "server-only";
import { env } from "@/lib/env";
import type { InviteRow } from "./find-invite";
import { codeHandedOut } from "./invite-code";
import { sealInvite } from "./invite-token";

/** The link in the format of the guest API's document: with the invite's token. */
export async function tokenLink({ mint, expiresAt, ...claims }: InviteRow): Promise<string> {
  const { jti, orgId, allowAll, allowedAdmins } = claims;
  const token = await sealInvite({ jti, orgId, allowAll, allowedAdmins, roomId: mint }, expiresAt);
  return `${env().publicUrl}/join?invite_token=${token}`;
}

export const shortLink = (code: string): string => `${env().publicUrl}/j/${code}`;

/** The link to copy: the long one for invites from before short links, or with a key that is no longer valid. */
export function linkOf(invite: InviteRow): string | Promise<string> {
  const code = invite.codeDigest && codeHandedOut(invite.jti, invite.codeDigest);
  return code ? shortLink(code) : tokenLink(invite);
}
