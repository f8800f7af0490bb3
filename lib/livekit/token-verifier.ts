import "server-only";
import { jwtVerify } from "jose";
import { env } from "@/lib/env";
import type { VideoClaim } from "@/lib/grants/claims";

type RoomClaims = {
  identity: string;
  room: string;
  kind?: string;
  issuedAt: Date;
  video: VideoClaim;
};

/** LiveKit allows a minute of clock difference; the gate must not be stricter than what it guards. */
const leewaySeconds = 60;

/**
 * The claims of a token to join with that our key signed, or null. `afterEndSeconds` is how long
 * past its life it still counts.
 */
export async function verifyRoomToken(
  token: string,
  { afterEndSeconds = 0 } = {},
): Promise<RoomClaims | null> {
  const { livekitApiKey, livekitApiSecret } = env();
  try {
    const { payload } = await jwtVerify<{ video?: VideoClaim; kind?: string }>(
      token,
      new TextEncoder().encode(livekitApiSecret),
      {
        issuer: livekitApiKey,
        algorithms: ["HS256"],
        requiredClaims: ["exp"],
        clockTolerance: leewaySeconds + afterEndSeconds,
      },
    );
    const { sub, nbf, kind, video } = payload;
    if (!sub || !nbf || !video?.room || !video.roomJoin) return null;
    if (nbf > Date.now() / 1_000 + leewaySeconds) return null;
    return { identity: sub, room: video.room, kind, issuedAt: new Date(nbf * 1_000), video };
  } catch {
    return null;
  }
}
