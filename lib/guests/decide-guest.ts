import "server-only";
import type { Account } from "@/lib/accounts/account";
import { recordDecision } from "@/lib/audit/record-decision";
import type { Context } from "@/lib/context";
import type { GuestPlace } from "@/lib/contracts/livestreams";
import { limit } from "@/lib/limits";
import { metrics } from "@/lib/metrics";
import { outcomeOf } from "@/lib/participants/guest";
import { Problem } from "@/lib/problem";
import { findGuest } from "./find-guest";
import { loadGuestToDecide } from "./guest-access";
import { mirrorDecision } from "./mirror-decision";
import { moveGuest } from "./move-guest";
import { waitedSeconds } from "./waited-seconds";

type Decision = { mint: string; identity: string; move: "admit" | "deny"; place: GuestPlace };

/**
 * Admits or denies a guest. Repeating a decision does nothing; the opposite decision is refused
 * (409).
 */
export async function decideGuest(
  context: Context,
  host: Account,
  { mint, identity, move, place }: Decision,
): Promise<void> {
  const { db, now } = context;
  await limit("decision", host.id);
  const { livestream, guest, seatedAt, moved } = await db.transaction(async (tx) => {
    const loaded = await loadGuestToDecide(tx, host.id, { mint, identity });
    // Strangers cannot tell another host's guest from a missing one.
    if (!loaded)
      throw new Problem(
        "guest-not-found",
        "This guest doesn’t exist, or you don’t have access to them.",
      );
    const decision = { mint, identity, move, place, by: host.id, at: now() };
    const moved = await moveGuest(tx, decision);
    if (moved) await recordDecision(tx, recordOf(decision));
    return { ...loaded, moved };
  });
  if (moved) {
    metrics().guestWait.observe({ decision: move }, waitedSeconds({ ...guest, seatedAt }, now()));
    await mirrorDecision(context, livestream, moved);
    return;
  }
  const decided = await findGuest(db, mint, identity);
  if (decided?.guest.status !== outcomeOf[move]) {
    const decidedBy = decided?.decider ?? undefined;
    throw new Problem(
      "already-decided",
      decidedBy
        ? `${decidedBy} already admitted or denied this guest.`
        : "This guest is no longer waiting.",
      { decidedBy },
    );
  }
}

const recordOf = ({ mint, identity, move, place, by }: Decision & { by: string }) =>
  move === "admit"
    ? ({ mint, event: "guest_admitted", by, subject: identity, detail: place } as const)
    : ({ mint, event: "guest_denied", by, subject: identity } as const);
