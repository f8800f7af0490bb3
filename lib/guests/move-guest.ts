import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Queries } from "@/lib/db/client";
import { guests } from "@/lib/db/schema/guests";
import { type GuestMove, guestStatusesBefore, outcomeOf } from "@/lib/participants/guest";
import { nextVersion } from "@/lib/participants/waiting-room-version";
import { deleteGuestPictures } from "@/lib/pictures/guest-pictures";

export type GuestRow = typeof guests.$inferSelect;

export type GuestPlace = GuestRow["place"];

type Move = {
  mint: string;
  identity: string;
  move: GuestMove;
  by: string | null;
  at: Date;
  /** Where an admitted guest goes. */
  place?: GuestPlace;
};

/**
 * Changes the guest's status if it still allows the move; null if someone was faster. Deletes the
 * guest's picture when the wait ends.
 */
export async function moveGuest(
  tx: Queries,
  { mint, identity, move, by, at, place }: Move,
): Promise<GuestRow | null> {
  const version = await nextVersion(tx, mint);
  const [moved] = await tx
    .update(guests)
    .set({ status: outcomeOf[move], place, version, ...(by && { decidedBy: by, decidedAt: at }) })
    .where(
      and(
        eq(guests.mint, mint),
        eq(guests.identity, identity),
        inArray(guests.status, guestStatusesBefore(move)),
      ),
    )
    .returning();
  if (moved) await deleteGuestPictures(tx, mint, [identity]);
  return moved ?? null;
}
