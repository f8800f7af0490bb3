import "server-only";
import type { Queries } from "@/lib/db/client";
import { participants } from "@/lib/db/schema";
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
  const { mint, role, accountId, name, hidden } = participant;
  await db.transaction(async (tx) => {
    if (accountId) await holdPlace(tx, mint, accountId);
    const mayBeOnStage = role === "viewer" && accountId && !hidden;
    const sources = mayBeOnStage ? await sourcesOfSeats(tx, mint, accountId) : null;
    await tx
      .insert(participants)
      .values({ ...participant, sources })
      .onConflictDoUpdate({
        target: [participants.mint, participants.identity],
        set: { role, name, hidden, sources, removedAt: null },
      });
  });
}
