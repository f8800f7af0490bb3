import "server-only";
import { AccessToken } from "livekit-server-sdk";
import type { RoomToken } from "@/lib/contracts/tokens";
import { env } from "@/lib/env";
import { grants, type Seat, videoGrant } from "@/lib/grants/grants";

export type Participant = {
  identity: string;
  name: string;
  room: string;
  /** What other participants' pages show; never what anything is decided by. */
  attributes: Record<string, string>;
};

/** Where a browser opens LiveKit's signal socket: through our own origin unless set otherwise. */
export function signalUrl(): string {
  return (env().livekitPublicUrl ?? env().publicUrl).replace(/^http/, "ws");
}

export async function signToken(seat: Seat, participant: Participant): Promise<RoomToken> {
  const { identity, name, room, attributes } = participant;
  const token = new AccessToken(env().livekitApiKey, env().livekitApiSecret, {
    identity,
    name,
    attributes,
    ttl: grants[seat].ttlSeconds,
  });
  token.addGrant(videoGrant(seat, room));
  return { token: await token.toJwt(), url: signalUrl() };
}
