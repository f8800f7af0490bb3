import "server-only";
import type { PublishSource } from "@/lib/contracts/stage";
import type { Queries } from "@/lib/db/client";
import { participants } from "@/lib/db/schema/participants";
import { holdPlace, sourcesOfSeats } from "./featured";

type NewParticipant = Pick<
  typeof participants.$inferInsert,
  "mint" | "identity" | "role" | "accountId" | "name" | "hidden"
>;

/**
 * Makes an identity known to the gate before its token is signed. Seating the same one again (an
 * account that is its own identity, as host or viewer) gives it the role it has now and lifts an
 * earlier removal; tokens from before `revokedBefore` stay void.
 */
export async function seatParticipant(db: Queries, participant: NewParticipant): Promise<void> {
  const { mint, role, accountId, hidden } = participant;
  // Only a visible viewer's account can be on stage; an audience of hidden ones waits for nobody.
  if (role !== "viewer" || hidden || !accountId) {
    await seatStatement(db, participant);
    return;
  }
  await db.transaction(async (tx) => {
    await holdPlace(tx, mint, accountId);
    await seatStatement(tx, participant, await sourcesOfSeats(tx, mint, accountId));
  });
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
