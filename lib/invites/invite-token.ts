import "server-only";
import { EncryptJWT, errors, jwtDecrypt } from "jose";
import { bothKeys, withEitherKey } from "@/lib/either-key";
import { env } from "@/lib/env";
import { Problem } from "@/lib/problem";

const issuer = "greenroom";
const audience = "greenroom-invite";
const typ = "greenroom-invite+jwt";

/** An invite's claims. The row named by `jti` decides whether it is still valid. */
type InviteClaims = {
  jti: string;
  orgId: string;
  roomId: string;
  allowAll: boolean;
  allowedAdmins: string[];
};

const bytes = (key: string) => Buffer.from(key, "base64url");

/** A JWE (RFC 7516): direct encryption, A256GCM. Holders can neither read nor forge it. */
export function sealInvite(claims: InviteClaims, expiresAt: Date | null): Promise<string> {
  const { jti, ...rest } = claims;
  const token = new EncryptJWT(rest)
    .setProtectedHeader({ alg: "dir", enc: "A256GCM", typ })
    .setJti(jti)
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt();
  if (expiresAt) token.setExpirationTime(expiresAt);
  return token.encrypt(bytes(env().inviteKey));
}

/** The `jti` of an invite that we sealed, expired or not: the row has its state. */
export async function openInvite(token: string): Promise<string> {
  const { inviteKey, secondInviteKey } = env();
  try {
    const { payload } = await withEitherKey(bothKeys(inviteKey, secondInviteKey), (key) =>
      jwtDecrypt(token, bytes(key), {
        issuer,
        audience,
        typ,
        keyManagementAlgorithms: ["dir"],
        contentEncryptionAlgorithms: ["A256GCM"],
        requiredClaims: ["jti"],
      }),
    );
    return payload.jti as string;
  } catch (error) {
    // An expired token is still ours: the person is told that it expired, not that it is invalid.
    if (error instanceof errors.JWTExpired && error.payload.jti) return error.payload.jti;
    throw new Problem("invite-not-found", "This invite link isn’t valid. Ask for a new one.");
  }
}
