import "server-only";
import type { Context } from "@/lib/context";
import type { RoomToken } from "@/lib/contracts/tokens";
import { lobbyRoom, stageRoom } from "@/lib/livekit/rooms";
import { signToken } from "@/lib/livekit/token-signer";
import { attributesOf } from "./attributes";
import { isRefusal, seatOf } from "./entry";
import { refusalProblem } from "./refusal-problem";
import { requireStanding, type Seated } from "./standing";

type Extra = { metadata?: string };

/** A token for the seat that an identity's row gives it now. */
export async function signSeat(
  context: Pick<Context, "db" | "livekit">,
  mint: string,
  identity: string,
  extra: Extra = {},
): Promise<RoomToken> {
  const standing = await requireStanding(context.db, mint, identity);
  return signStanding(context, mint, standing, extra);
}

/**
 * A token for the seat that this standing gives; every token to join with comes from here, so that
 * none says more than the gate would let through.
 */
export async function signStanding(
  { livekit }: Pick<Context, "livekit">,
  mint: string,
  standing: Seated,
  { metadata }: Extra = {},
): Promise<RoomToken> {
  const lobby = waitsApart(standing);
  const seat = seatOf(standing, lobby);
  if (isRefusal(seat)) throw refusalProblem(seat, standing);
  const room = lobby ? lobbyRoom(mint) : stageRoom(mint);
  // Hosts prepare and guests wait before the show, so the room stands before it is live. A viewer's
  // page needs no LiveKit to be shown; should the room be missing, the gate has it stand.
  if (standing.role !== "viewer") await livekit.ensureRoom(room);
  const { identity, name, sources, revokedBefore } = standing;
  const attributes = attributesOf(standing, seat);
  return signToken(seat, { identity, name, room, attributes, metadata, sources, revokedBefore });
}

const waitsApart = ({ visibility, guestStatus }: Seated) =>
  visibility === "private" && guestStatus === "waiting";
