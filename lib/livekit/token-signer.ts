import "server-only";
import { SignJWT } from "jose";
import type { PublishSource } from "@/lib/contracts/stage";
import type { RoomToken } from "@/lib/contracts/tokens";
import { env } from "@/lib/env";
import type { TokenClaims } from "@/lib/grants/claims";
import { grants, type Seat, videoGrant } from "@/lib/grants/grants";
import { type ServiceRole, serviceClaims, serviceTtlSeconds } from "@/lib/grants/services";
import { imported, liveKitKeys } from "./livekit-keys";

export type Participant = {
  identity: string;
  name: string;
  room: string;
  /** Shown on other participants' pages; never used to decide anything. */
  attributes: Record<string, string>;
  metadata?: string;
  /** The sources a host allows; null or absent for all of the seat's. */
  sources?: readonly PublishSource[] | null;
  /** The instant before which this identity's tokens are void. */
  revokedBefore?: Date | null;
};

/** The URL of LiveKit's signal socket: our own origin unless configured otherwise. */
export function signalUrl(): string {
  return (env().livekitPublicUrl ?? env().publicUrl).replace(/^http/, "ws");
}

export async function signToken(seat: Seat, participant: Participant): Promise<RoomToken> {
  const { identity, name, room, attributes, metadata, sources, revokedBefore } = participant;
  const { kind, ttlSeconds } = grants[seat];
  const token = await sign(
    {
      sub: identity,
      ...(name && { name }),
      attributes,
      ...(metadata && { metadata }),
      ...(kind !== "standard" && { kind }),
      video: videoGrant(seat, room, sources),
    },
    { ttlSeconds, notBefore: notBefore(new Date(), revokedBefore ?? null) },
  );
  return { token, url: signalUrl() };
}

/** A token for LiveKit's server API, for one of the operator's own programs. */
export async function signServiceToken(role: ServiceRole, room: string | null): Promise<RoomToken> {
  const life = { ttlSeconds: serviceTtlSeconds, notBefore: notBefore(new Date(), null) };
  const token = await sign({ sub: role, ...serviceClaims(role, room) }, life);
  return { token, url: env().livekitPublicUrl ?? env().livekitUrl };
}

/**
 * `nbf` has whole seconds, a revocation has milliseconds. Within the second of a revocation, a new
 * token starts with the next second, otherwise it would count as void. LiveKit accepts tokens up to
 * a minute early.
 */
function notBefore(now: Date, revokedBefore: Date | null): number {
  const second = Math.floor(now.getTime() / 1_000);
  const voided = revokedBefore && revokedBefore.getTime() > second * 1_000;
  return voided ? Math.ceil(revokedBefore.getTime() / 1_000) : second;
}

/** The SDK's `AccessToken` always starts tokens now; the claims are the same (RFC 7519, HS256). */
async function sign(
  claims: Omit<TokenClaims, "iss" | "nbf" | "exp">,
  { ttlSeconds, notBefore: nbf }: { ttlSeconds: number; notBefore: number },
): Promise<string> {
  const [key] = liveKitKeys();
  return new SignJWT({ ...claims, iss: key.apiKey, nbf, exp: nbf + ttlSeconds })
    .setProtectedHeader({ alg: "HS256" })
    .sign(await imported(key));
}
