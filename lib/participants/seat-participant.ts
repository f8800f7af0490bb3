import "server-only";
import type { PublishSource } from "@/lib/contracts/stage";
import type { Queries } from "@/lib/db/client";
import { participants } from "@/lib/db/schema/participants";
import { holdPlace, sourcesOfSeats } from "./featured";
import type { Voucher } from "./viewer-seat";
import { vouch } from "./vouchers";

type NewParticipant = Pick<
  typeof participants.$inferInsert,
  "mint" | "identity" | "role" | "accountId" | "name" | "hidden"
>;

/**
 * Stores an identity before its token is signed, so that the gate knows it, together with the
 * requester's voucher (null for seats that cannot end this way: anonymous viewers, encoders).
 * Seating an account's own identity again gives it its current role and lifts an earlier removal;
 * tokens from before `revokedBefore` stay void.
 */
export async function seatParticipant(
  db: Queries,
  participant: NewParticipant,
  voucher: Voucher | null,
): Promise<void> {
  const { mint, role, accountId, hidden } = participant;
  // Only a visible viewer's account can be on stage, so an audience of hidden viewers takes no
  // lock.
  if (role !== "viewer" || hidden || !accountId) {
    await seatVouched(db, participant, voucher);
    return;
  }
  await db.transaction(async (tx) => {
    await holdPlace(tx, mint, accountId);
    await seatVouched(tx, participant, voucher, await sourcesOfSeats(tx, mint, accountId));
  });
}

/** One statement, because a picture waits for it. */
async function seatVouched(
  db: Queries,
  participant: NewParticipant,
  voucher: Voucher | null,
  sources: PublishSource[] | null = null,
): Promise<void> {
  const seat = seatStatement(db, participant, sources);
  if (!voucher) {
    await seat;
    return;
  }
  const seated = db.$with("seated").as(seat.returning({ identity: participants.identity }));
  await vouch(db, participant, voucher, seated);
}

/** The same as a statement, to combine with others. */
export function seatStatement(
  db: Queries,
  participant: NewParticipant,
  sources: PublishSource[] | null = null,
) {
  const { role, name, hidden } = participant;
  return db
    .insert(participants)
    .values({ ...participant, sources })
    .onConflictDoUpdate({
      target: [participants.mint, participants.identity],
      set: { role, name, hidden, sources, removedAt: null },
    });
}
