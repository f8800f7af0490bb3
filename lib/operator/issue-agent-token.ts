import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Context } from "@/lib/context";
import type { RoomToken } from "@/lib/contracts/tokens";
import { newAgentIdentity } from "@/lib/ids";
import { seatParticipant } from "@/lib/participants/seat-participant";
import { signSeat } from "@/lib/participants/sign-seat";
import { voucherOf } from "@/lib/participants/vouchers";
import { requireOpenRoom } from "./open-room";

type Wanted = { room: string; name: string; metadata?: string };

/** An agent's token for one room, under an identity that hosts can remove like any other. */
export async function issueAgentToken(
  context: Pick<Context, "db" | "livekit">,
  operator: Actor,
  { room, name, metadata }: Wanted,
): Promise<RoomToken> {
  const mint = await requireOpenRoom(context.db, room);
  const identity = newAgentIdentity();
  const seat = { mint, identity, role: "agent", accountId: null, name, hidden: false } as const;
  await seatParticipant(context.db, seat, voucherOf(operator));
  return signSeat(context, mint, identity, { metadata });
}
