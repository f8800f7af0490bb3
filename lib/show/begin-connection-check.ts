import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Context } from "@/lib/context";
import type { RoomToken } from "@/lib/contracts/tokens";
import { requireMay } from "@/lib/livestreams/find-livestream";
import { signSeat } from "@/lib/participants/sign-seat";
import { seatHost } from "./issue-token";

/**
 * A token for a host's connection check, in a separate room where nobody receives what is sent. The
 * gate admits only current hosts of the livestream.
 */
export async function beginConnectionCheck(
  context: Pick<Context, "db" | "livekit">,
  host: Actor,
  mint: string,
): Promise<RoomToken> {
  const found = await requireMay(context.db, mint, host.id, "join-as-host");
  await seatHost(context, found, host);
  return signSeat(context, mint, host.id, { kind: "check" });
}
