import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Context } from "@/lib/context";
import type { RoomToken } from "@/lib/contracts/tokens";
import { asideRoom } from "@/lib/livekit/rooms";
import { signToken } from "@/lib/livekit/token-signer";
import { requireMay } from "@/lib/livestreams/find-livestream";
import { seatHost } from "./issue-token";

/**
 * A token with which a host's browser tries its line: for a room beside the show's, where what it
 * sends reaches nobody. The gate lets in whoever hosts the livestream now.
 */
export async function beginConnectionCheck(
  context: Pick<Context, "db" | "livekit">,
  host: Actor,
  mint: string,
): Promise<RoomToken> {
  const found = await requireMay(context.db, mint, host.id, "join-as-host");
  await seatHost(context, found, host);
  const room = asideRoom(mint, "connectionCheck");
  await context.livekit.ensureRoom(room);
  return signToken("connectionCheck", { identity: host.id, name: host.name, room, attributes: {} });
}
