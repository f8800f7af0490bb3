import "server-only";
import type { Queries } from "@/lib/db/client";
import { participants } from "@/lib/db/schema";

type NewParticipant = Pick<
  typeof participants.$inferInsert,
  "mint" | "identity" | "role" | "accountId" | "name" | "hidden"
>;

/**
 * Makes an identity known to the gate before its token is signed. Seating the same one again (a
 * host's second token) lifts an earlier removal; tokens from before `revokedBefore` stay void.
 */
export async function seatParticipant(db: Queries, participant: NewParticipant): Promise<void> {
  await db
    .insert(participants)
    .values(participant)
    .onConflictDoUpdate({
      target: [participants.mint, participants.identity],
      set: { name: participant.name, hidden: participant.hidden, removedAt: null },
    });
}
