import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Context } from "@/lib/context";
import type { RoomToken } from "@/lib/contracts/tokens";
import { fieldError } from "@/lib/field-errors";
import type { GuestRow } from "@/lib/guests/move-guest";
import { limit } from "@/lib/limits";
import { isInShow, livestreamRoom } from "@/lib/livekit/rooms";
import { verifyRoomToken } from "@/lib/livekit/token-verifier";
import { seatOfSeen } from "@/lib/participants/seats-seen";
import { notYours, signSeat } from "@/lib/participants/sign-seat";
import { noParticipant, type Seated } from "@/lib/participants/standing";
import { vouch, voucherOf } from "@/lib/participants/vouchers";
import { invalidField, Problem } from "@/lib/problem";

const dayInSeconds = 24 * 3_600;

type Asked = {
  token: string;
  actor: Actor | null;
  /** Finds this browser's guest in the token's livestream. */
  guestOf: (mint: string) => Promise<GuestRow | null>;
};

/**
 * A new token for the same identity, with its current seat. The old token alone proves nothing,
 * since it may have leaked: accounts must be signed in, guests must have their cookie. One
 * exception: the lobby token of an admitted guest is good for one stage token while it is valid.
 */
export async function refreshToken(
  context: Pick<Context, "db" | "livekit">,
  { token, actor, guestOf }: Asked,
): Promise<RoomToken> {
  const claims = await verifyRoomToken(token, { afterEndSeconds: dayInSeconds });
  if (!claims) {
    const message = "must be a room token from this server that expired less than a day ago";
    throw invalidField("token", fieldError("room-token", message));
  }
  const { db } = context;
  const { identity, issuedAt } = claims;
  const room = livestreamRoom(claims.room);
  const { mint } = room;
  // A token of a room beside the show never becomes a seat in it.
  const standing = isInShow(room) ? await seatOfSeen(db, { ...claims, mint }) : null;
  if (!standing) throw noParticipant();
  const isVoid = standing.revokedBefore !== null && issuedAt < standing.revokedBefore;
  const proof = await proofOf(standing, actor, () => guestOf(mint));
  if (proof === "none") {
    const isAdmitted = standing.visibility === "private" && standing.guestStatus === "admitted";
    const isGood = room.kind === "lobby" && !isVoid && (await verifyRoomToken(token)) !== null;
    if (!isAdmitted || !isGood) throw notYours();
  }
  await limit("token", actor?.id ?? identity);
  // For guests, their status gives a more specific reason: denied or removed.
  if (isVoid && standing.role !== "guest") {
    throw new Problem("not-allowed", "This token was revoked. Get a new one.");
  }
  if (proof === "account" && actor) await vouch(db, { mint, identity }, voucherOf(actor));
  return signSeat(context, mint, identity, { firstOnStage: proof === "none" });
}

type Proof = "account" | "cookie" | "anybody" | "none";

async function proofOf(
  { role, accountId, identity }: Seated,
  actor: Actor | null,
  guest: () => Promise<GuestRow | null>,
): Promise<Proof> {
  if (role === "encoder" || role === "programme") throw notYours();
  if (accountId) {
    if (!actor)
      throw new Problem("not-signed-in", "Sign in with the account that this token was issued to.");
    if (actor.id === accountId) return "account";
    throw notYours();
  }
  if (role === "guest") return (await guest())?.identity === identity ? "cookie" : "none";
  // An anonymous viewer: anyone holding the token could also request their own pass.
  if (role === "viewer") return "anybody";
  throw notYours();
}
