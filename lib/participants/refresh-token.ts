import "server-only";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import type { RoomToken } from "@/lib/contracts/tokens";
import type { GuestRow } from "@/lib/guests/move-guest";
import { limit } from "@/lib/limits";
import { mintOfRoom } from "@/lib/livekit/rooms";
import { verifyRoomToken } from "@/lib/livekit/token-verifier";
import { Problem } from "@/lib/problem";
import { signStanding } from "./sign-seat";
import { requireStanding, type Seated } from "./standing";

const dayInSeconds = 24 * 3_600;

type Asked = {
  token: string;
  actor: Account | null;
  /** Finds this browser's guest in the livestream that the token turns out to be for. */
  guestOf: (mint: string) => Promise<GuestRow | null>;
};

/**
 * A new token for an old one's identity, with the seat it has now. The old one proves nothing
 * alone, for it may have leaked: an account must be signed in, a guest must have their cookie.
 */
export async function refreshToken(
  context: Pick<Context, "db" | "livekit">,
  { token, actor, guestOf }: Asked,
): Promise<RoomToken> {
  const claims = await verifyRoomToken(token, { afterEndSeconds: dayInSeconds });
  if (!claims) {
    const message = "must be a room token of ours that ended less than a day ago";
    throw new Problem("invalid-request", `token: ${message}.`, { errors: { token: [message] } });
  }
  const { identity, issuedAt } = claims;
  const { mint } = mintOfRoom(claims.room);
  const standing = await requireStanding(context.db, mint, identity);
  await requireProof(standing, actor, () => guestOf(mint));
  await limit("token", actor?.id ?? identity);
  const isVoid = standing.revokedBefore !== null && issuedAt < standing.revokedBefore;
  // A guest's own status says more: whether they were denied or removed.
  if (isVoid && standing.role !== "guest") {
    throw new Problem("not-allowed", "This token was revoked. Ask for a new one.");
  }
  return signStanding(context, mint, standing);
}

async function requireProof(
  { role, accountId, identity }: Seated,
  actor: Account | null,
  guest: () => Promise<GuestRow | null>,
): Promise<void> {
  if (role === "encoder") throw notYours();
  if (accountId) {
    if (!actor) throw new Problem("not-signed-in", "Sign in as the account of this token.");
    if (actor.id === accountId) return;
  } else if (role === "guest") {
    if ((await guest())?.identity === identity) return;
  } else if (role === "viewer") {
    // An anonymous viewer: whoever holds the token could as well ask for a pass of their own.
    return;
  }
  throw notYours();
}

const notYours = () => new Problem("not-allowed", "This token is not yours to refresh.");
