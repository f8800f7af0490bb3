import "server-only";
import type { Context } from "@/lib/context";
import type { RoomToken } from "@/lib/contracts/tokens";
import type { Seat } from "@/lib/grants/grants";
import { type RoomKind, roomName, stageRoom } from "@/lib/livekit/rooms";
import { signToken } from "@/lib/livekit/token-signer";
import { noteStageToken } from "@/lib/participants/stage-token";
import { Problem } from "@/lib/problem";
import { attributesOf, nameOf } from "./attributes";
import { isRefusal, seatOf } from "./entry";
import { refusalProblem } from "./refusal-problem";
import { requireStanding, type Seated } from "./standing";
import { type Asker, sealSeat } from "./viewer-seat";

type Extra = {
  /** Stage or lobby if not given, whichever is the identity's place. */
  kind?: RoomKind;
  metadata?: string;
  /** Refuses guests of a private show who already received a stage token. */
  firstOnStage?: boolean;
};

/**
 * A token for an identity's current seat. Every join token is signed here, so that none grants more
 * than the gate allows.
 */
export async function signSeat(
  { db, livekit }: Pick<Context, "db" | "livekit">,
  mint: string,
  identity: string,
  { kind: wanted, metadata, firstOnStage = false }: Extra = {},
): Promise<RoomToken> {
  const standing = await requireStanding(db, mint, identity);
  const kind = wanted ?? (waitsApart(standing) ? "lobby" : "stage");
  const seat = seatOf(standing, kind);
  if (isRefusal(seat)) throw refusalProblem(seat, standing);
  const room = roomName({ mint, kind });
  // Hosts prepare and guests wait before the show, so the room must exist before it is live.
  // Viewers' pages need no room to render; if it is missing, the gate creates it.
  if (standing.role !== "viewer") await livekit.ensureRoom(room);
  if (standing.role === "guest" && standing.visibility === "private" && kind === "stage") {
    const first = await noteStageToken(db, { mint, identity });
    if (firstOnStage && !first) throw notYours();
  }
  return sign(standing, { seat, room, metadata });
}

/** A token for a viewer whose seat is stored when they connect. `asker` is their account. */
export async function signViewer(
  mint: string,
  standing: Omit<Seated, "sid">,
  asker: Asker | null,
): Promise<RoomToken> {
  const seat = seatOf(standing, "stage");
  if (isRefusal(seat)) throw refusalProblem(seat, standing);
  const { identity, name, hidden } = standing;
  const carried = await sealSeat({ mint, identity, name, hidden, asker });
  return sign(standing, { seat, room: stageRoom(mint), carried });
}

type Signed = { seat: Seat; room: string; metadata?: string; carried?: string };

function sign(
  standing: Omit<Seated, "sid">,
  { seat, room, metadata, carried }: Signed,
): Promise<RoomToken> {
  const { identity, sources, revokedBefore } = standing;
  const name = nameOf(standing, seat);
  const attributes = { ...attributesOf(standing, seat), ...(carried && { seat: carried }) };
  return signToken(seat, { identity, name, room, attributes, metadata, sources, revokedBefore });
}

const waitsApart = ({ visibility, guestStatus }: Seated) =>
  visibility === "private" && guestStatus === "waiting";

export const notYours = () => new Problem("not-allowed", "You can’t refresh this token.");
