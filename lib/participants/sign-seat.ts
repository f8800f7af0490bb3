import "server-only";
import type { Context } from "@/lib/context";
import type { RoomToken } from "@/lib/contracts/tokens";
import { lobbyRoom, stageRoom } from "@/lib/livekit/rooms";
import { signToken } from "@/lib/livekit/token-signer";
import { Problem } from "@/lib/problem";
import { attributesOf } from "./attributes";
import { isRefusal, seatOf } from "./entry";
import { refusalProblem } from "./refusal-problem";
import { type Seated, standingOf } from "./standing";

/**
 * A token for the seat that an identity's row gives it now; every token to join with comes from
 * here, so that none says more than the gate would let through.
 */
export async function signSeat(
  { db, livekit }: Pick<Context, "db" | "livekit">,
  mint: string,
  identity: string,
  { metadata }: { metadata?: string } = {},
): Promise<RoomToken> {
  const standing = await standingOf(db, mint, identity);
  if (!standing) {
    throw new Problem("participant-not-found", "Nobody in this livestream has this identity.");
  }
  const lobby = waitsApart(standing);
  const seat = seatOf(standing, lobby);
  if (isRefusal(seat)) throw refusalProblem(seat, standing);
  const room = lobby ? lobbyRoom(mint) : stageRoom(mint);
  // Hosts prepare and guests wait before the show, so the room stands before it is live.
  if (standing.role !== "viewer") await livekit.ensureRoom(room);
  const { name, sources, revokedBefore } = standing;
  const attributes = attributesOf(standing, seat);
  return signToken(seat, { identity, name, room, attributes, metadata, sources, revokedBefore });
}

const waitsApart = ({ visibility, guestStatus }: Seated) =>
  visibility === "private" && guestStatus === "waiting";
