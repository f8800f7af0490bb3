import { decodeJwt, SignJWT } from "jose";
import type { VideoClaim } from "@/lib/grants/claims";
import { server } from "./server";

export type RoomClaim = VideoClaim & { canSubscribe?: boolean };
export type TokenClaims = {
  iss: string;
  sub: string;
  name?: string;
  kind?: string;
  nbf: number;
  exp: number;
  metadata?: string;
  attributes?: Record<string, string>;
  video: RoomClaim;
};

/** A LiveKit token's claims, read as LiveKit reads them. */
export const claimsOf = (token: string) => decodeJwt<TokenClaims>(token) as TokenClaims;
export const identityOf = (token: string) => claimsOf(token).sub;
export const lifeSecondsOf = (token: string) => claimsOf(token).exp - claimsOf(token).nbf;

const now = () => Math.floor(Date.now() / 1_000);
const bytes = (text: string) => new TextEncoder().encode(text);

/** A token with these claims, signed with LiveKit's own secret: only a leak could produce it. */
export function signRoomToken(
  claims: Partial<TokenClaims>,
  { secret = server.livekitApiSecret, alg = "HS256" } = {},
): Promise<string> {
  const life = { iss: server.livekitApiKey, nbf: now(), exp: now() + 600 };
  return new SignJWT({ ...life, ...claims }).setProtectedHeader({ alg }).sign(bytes(secret));
}

/** The same token with other grants. */
export function withGrants(token: string, video: RoomClaim): Promise<string> {
  const claims = claimsOf(token);
  return signRoomToken({ ...claims, video: { ...claims.video, ...video } });
}

/** The same grants with a later expiry, as LiveKit issues to connected participants. */
export function refreshed(token: string): Promise<string> {
  return signRoomToken({ ...claimsOf(token), nbf: now(), exp: now() + 600 });
}

/** A bearer token as the app signs it, for any session. */
export function signBearer(
  claims: Record<string, unknown>,
  secret = server.apiJwtSecret,
): Promise<string> {
  const whole = { iss: "greenroom", aud: "greenroom-api", iat: now(), exp: now() + 600, ...claims };
  return new SignJWT(whole).setProtectedHeader({ alg: "HS256" }).sign(bytes(secret));
}
