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

/** What a LiveKit token says, read as LiveKit reads it. */
export const claimsOf = (token: string) => decodeJwt<TokenClaims>(token) as TokenClaims;
export const identityOf = (token: string) => claimsOf(token).sub;
export const lifeSecondsOf = (token: string) => claimsOf(token).exp - claimsOf(token).nbf;

const now = () => Math.floor(Date.now() / 1_000);
const bytes = (text: string) => new TextEncoder().encode(text);

/** A token with these claims, signed with LiveKit's own secret: what only a leak could produce. */
export function signRoomToken(
  claims: Partial<TokenClaims>,
  { secret = server.livekitApiSecret, alg = "HS256" } = {},
): Promise<string> {
  const life = { iss: server.livekitApiKey, nbf: now(), exp: now() + 600 };
  return new SignJWT({ ...life, ...claims }).setProtectedHeader({ alg }).sign(bytes(secret));
}

/** The same token as it would be with other grants. */
export function withGrants(token: string, video: RoomClaim): Promise<string> {
  const claims = claimsOf(token);
  return signRoomToken({ ...claims, video: { ...claims.video, ...video } });
}

/** The same grants with a later life, as LiveKit hands out to who is connected. */
export function refreshed(token: string): Promise<string> {
  return signRoomToken({ ...claimsOf(token), nbf: now(), exp: now() + 600 });
}

/** A bearer token as the app signs it, of a session of the test's choice. */
export function signBearer(
  claims: Record<string, unknown>,
  secret = server.apiJwtSecret,
): Promise<string> {
  const whole = { iss: "greenroom", aud: "greenroom-api", iat: now(), exp: now() + 600, ...claims };
  return new SignJWT(whole).setProtectedHeader({ alg: "HS256" }).sign(bytes(secret));
}
