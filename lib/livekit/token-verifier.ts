import "server-only";
import { jwtVerify } from "jose";
import { env } from "@/lib/env";
import type { VideoClaim } from "@/lib/grants/grants";

export type RoomClaims = { identity: string; room: string; issuedAt: Date; video: VideoClaim };

/** LiveKit allows a minute of clock difference; the gate must not be stricter than what it guards. */
const leewaySeconds = 60;

/** The claims of a token that our key signed and that has not expired, or null. */
export async function verifyRoomToken(token: string): Promise<RoomClaims | null> {
  const { livekitApiKey, livekitApiSecret } = env();
  try {
    const { payload } = await jwtVerify<{ video?: VideoClaim }>(
      token,
      new TextEncoder().encode(livekitApiSecret),
      { issuer: livekitApiKey, algorithms: ["HS256"], clockTolerance: leewaySeconds },
    );
    const { sub, nbf, video } = payload;
    if (!sub || !nbf || !video?.room || !video.roomJoin) return null;
    return { identity: sub, room: video.room, issuedAt: new Date(nbf * 1_000), video };
  } catch {
    return null;
  }
}
