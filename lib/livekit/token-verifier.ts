import "server-only";
import { jwtVerify } from "jose";
import { withEitherKey } from "@/lib/either-key";
import type { TokenClaims, VideoClaim } from "@/lib/grants/claims";
import { imported, liveKitKeys } from "./livekit-keys";

/** The claims of a token for joining a room. */
export type RoomClaims = {
  identity: string;
  name: string;
  room: string;
  attributes: Record<string, string>;
  kind?: string;
  issuedAt: Date;
  video: VideoClaim;
};

type Said = Pick<TokenClaims, "name" | "attributes" | "kind" | "video">;

/** LiveKit tolerates a minute of clock difference, and the gate must not be stricter. */
const leewaySeconds = 60;

/**
 * The claims of a join token signed with one of our keys, or null. A token still counts for
 * `afterEndSeconds` after its expiry.
 */
export async function verifyRoomToken(
  token: string,
  { afterEndSeconds = 0 } = {},
): Promise<RoomClaims | null> {
  try {
    const { payload } = await withEitherKey(liveKitKeys(), async (key) =>
      jwtVerify<Said>(token, await imported(key), {
        issuer: key.apiKey,
        algorithms: ["HS256"],
        requiredClaims: ["exp"],
        clockTolerance: leewaySeconds + afterEndSeconds,
      }),
    );
    const { sub, name = "", attributes = {}, nbf, kind, video } = payload;
    if (!sub || !nbf || !video?.room || !video.roomJoin) return null;
    if (nbf > Date.now() / 1_000 + leewaySeconds) return null;
    const issuedAt = new Date(nbf * 1_000);
    return { identity: sub, name, room: video.room, attributes, kind, issuedAt, video };
  } catch {
    return null;
  }
}
