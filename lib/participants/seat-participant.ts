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
 * Makes an identity known to the gate before its token is signed, with what vouches for whoever asked
 * (null is nothing that could end: an anonymous viewer, an encoder). Seating the same one again (an
 * account that is its own identity, as host or viewer) gives it the role it has now and lifts an
 * earlier removal; tokens from before `revokedBefore` stay void.
 */
export async function seatParticipant(
  db: Queries,
  participant: NewParticipant,
  voucher: Voucher | null,
): Promise<void> {
  const { mint, role, accountId, hidden } = participant;
  // Only a visible viewer's account can be on stage; an audience of hidden ones waits for nobody.
  if (role !== "viewer" || hidden || !accountId) {
    await seatVouched(db, participant, voucher);
    return;
  }
  await db.transaction(async (tx) => {
    await holdPlace(tx, mint, accountId);
    await seatVouched(tx, participant, voucher, await sourcesOfSeats(tx, mint, accountId));
  });
}

/** One statement: a picture waits for it. */
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

/** The same as a statement, for who seats somebody together with something else. */
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
