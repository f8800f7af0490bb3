import "server-only";
import { recordDecision } from "@/lib/audit/record-decision";
import type { Queries } from "@/lib/db/client";
import { guests } from "@/lib/db/schema/guests";
import { newGuestIdentity } from "@/lib/ids";
import { inherit } from "@/lib/participants/restrictions";
import { seatStatement } from "@/lib/participants/seat-participant";
import { Problem } from "@/lib/problem";
import { guestsOfSecret } from "./guest-cookie";
import { type GuestRow, moveGuest } from "./move-guest";

type Reinstated = {
  guest: GuestRow;
  by: string;
  at: Date;
};

/**
 * Undoes a denial or removal: the guest gets their old place in the queue under a new identity,
 * because the old one may have been visible and its tokens stay void. The caller holds the livestream.
 *
 * @returns the identity the guest has now
 */
export async function reinstateGuest(tx: Queries, { guest, by, at }: Reinstated): Promise<string> {
  const { mint, identity, secretHash } = guest;
  const browser = await guestsOfSecret(tx, mint, secretHash);
  const here = browser.find(({ status }) => status === "waiting" || status === "admitted");
  const waiting = await moveGuest(tx, { mint, identity, move: "reinstate", by, at });
  // Idempotent if already undone. A later denial is not undone.
  if (!waiting) return here?.identity ?? refuseStale();
  await recordDecision(tx, { mint, event: "guest_reinstated", by, subject: identity });
  await moveGuest(tx, { mint, identity, move: "leave", by: null, at });
  // A browser has one place: it may have been admitted through another link meanwhile.
  return here?.identity ?? renew(tx, waiting);
}

async function renew(tx: Queries, waiting: GuestRow): Promise<string> {
  const { mint, name, jti, secretHash, version } = waiting;
  const identity = newGuestIdentity();
  // The same turn, a moment later: the latest knock is the browser's guest.
  const knockedAt = new Date(waiting.knockedAt.getTime() + 1);
  await seatStatement(tx, { mint, identity, role: "guest", accountId: null, name, hidden: true });
  const row = { mint, identity, jti, name, secretHash, knockedAt };
  await tx.insert(guests).values({ ...row, status: "waiting", version: version + 1 });
  await inherit(tx, mint, { from: [waiting.identity], to: identity });
  return identity;
}

function refuseStale(): never {
  throw new Problem("already-decided", "This guest is no longer denied, removed or banned.");
}
