import "server-only";
import { errors, jwtVerify, SignJWT } from "jose";
import { bothKeys, withEitherKey } from "@/lib/either-key";
import { env } from "@/lib/env";
import { Problem } from "@/lib/problem";
import type { Session } from "./sessions";

// A separate issuer and audience, so that LiveKit tokens and invites are never accepted as
// sessions.
const issuer = "greenroom";
const audience = "greenroom-api";
const bytes = (secret: string) => new TextEncoder().encode(secret);

/** The JWT (RFC 7519, HS256) of an API session. `sid` is the id of the session's row. */
export function signBearer(session: Session): Promise<string> {
  return new SignJWT({ sid: session.id })
    .setProtectedHeader({ alg: "HS256" })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(session.accountId)
    .setIssuedAt(session.createdAt)
    .setExpirationTime(session.expiresAt)
    .sign(bytes(env().apiJwtSecret));
}

export async function sessionIdOfBearer(token: string): Promise<string> {
  const { apiJwtSecret, secondApiJwtSecret } = env();
  try {
    const { payload } = await withEitherKey(bothKeys(apiJwtSecret, secondApiJwtSecret), (secret) =>
      jwtVerify<{ sid: string }>(token, bytes(secret), {
        issuer,
        audience,
        algorithms: ["HS256"],
        requiredClaims: ["sid", "exp"],
      }),
    );
    return payload.sid;
  } catch (error) {
    if (error instanceof errors.JWTExpired) {
      throw new Problem("session-expired", "This token has expired. Sign in again.");
    }
    throw new Problem("not-signed-in", "The bearer token isn’t valid.");
  }
}
