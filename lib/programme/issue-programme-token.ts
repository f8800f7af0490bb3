import "server-only";
import type { Context } from "@/lib/context";
import { isOver } from "@/lib/contracts/common/livestream-status";
import type { Livestream } from "@/lib/contracts/livestreams";
import type { RoomToken } from "@/lib/contracts/tokens";
import { newProgrammeIdentity } from "@/lib/ids";
import { limit } from "@/lib/limits";
import { presentLivestream } from "@/lib/livestreams/find-livestream";
import { seatParticipant } from "@/lib/participants/seat-participant";
import { signSeat } from "@/lib/participants/sign-seat";
import { Problem } from "@/lib/problem";
import { linkOfKey } from "./programme-link";

/**
 * The livestream and a token to see it unseen and uncounted, whatever its visibility; no token once
 * it is over. Each has an identity of its own, so that several recorders can use one link.
 */
export async function issueProgrammeToken(
  context: Pick<Context, "db" | "livekit">,
  { mint, key }: { mint: string; key: string },
): Promise<{ livestream: Livestream; pass: RoomToken | null }> {
  const { db } = context;
  const link = await linkOfKey(context, { mint, key });
  if (!link) {
    // The same message for a missing livestream, so that strangers learn nothing.
    throw new Problem("programme-link-not-found", "This link was replaced or turned off.");
  }
  await limit("programme-token", link.id);
  const livestream = await presentLivestream(db, mint);
  if (isOver(livestream.status)) return { livestream, pass: null };
  const { id, createdBy: accountId } = link;
  const identity = newProgrammeIdentity(id);
  const seat = { mint, identity, role: "programme", accountId, name: "", hidden: true } as const;
  // No voucher: the link authorizes it, and the identity names that link.
  await seatParticipant(db, seat, null);
  return { livestream, pass: await signSeat(context, mint, identity) };
}
