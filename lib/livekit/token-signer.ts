import "server-only";
import { SignJWT } from "jose";
import type { PublishSource } from "@/lib/contracts/stage";
import type { RoomToken } from "@/lib/contracts/tokens";
import { env } from "@/lib/env";
import type { TokenClaims } from "@/lib/grants/claims";
import { grants, type Seat, videoGrant } from "@/lib/grants/grants";
import { type ServiceRole, serviceClaims, serviceTtlSeconds } from "@/lib/grants/services";
import { once } from "@/lib/once";

export type Participant = {
  identity: string;
  name: string;
  room: string;
  /** What other participants' pages show; never what anything is decided by. */
  attributes: Record<string, string>;
  metadata?: string;
  /** What a host lets this one publish; null or absent is all that the seat has. */
  sources?: readonly PublishSource[] | null;
  /** The instant before which this identity's tokens are void. */
  revokedBefore?: Date | null;
};

/** Where a browser opens LiveKit's signal socket: through our own origin unless set otherwise. */
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
 * `nbf` has whole seconds, a revocation has milliseconds. Within the second of a revocation a new
 * token begins with the next one, else it would look as old as those that are void; LiveKit lets a
 * token in up to a minute early.
 */
function notBefore(now: Date, revokedBefore: Date | null): number {
  const second = Math.floor(now.getTime() / 1_000);
  const voided = revokedBefore && revokedBefore.getTime() > second * 1_000;
  return voided ? Math.ceil(revokedBefore.getTime() / 1_000) : second;
}

/** Made once: of its bytes it would be made anew for each token. */
export const signingKey = () =>
  once("livekit-signing-key", () =>
    crypto.subtle.importKey(
      "raw",
      new TextEncoder().encode(env().livekitApiSecret),
      { name: "HMAC", hash: "SHA-256" },
      false,
      ["sign", "verify"],
    ),
  );

/** The SDK's own `AccessToken` begins every token now; the claims are the same (RFC 7519, HS256). */
async function sign(
  claims: Omit<TokenClaims, "iss" | "nbf" | "exp">,
  { ttlSeconds, notBefore: nbf }: { ttlSeconds: number; notBefore: number },
): Promise<string> {
  const { livekitApiKey } = env();
  return new SignJWT({ ...claims, iss: livekitApiKey, nbf, exp: nbf + ttlSeconds })
    .setProtectedHeader({ alg: "HS256" })
    .sign(await signingKey());
}
