import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Queries } from "@/lib/db/client";
import { guests } from "@/lib/db/schema/guests";
import { guestStatusesBefore } from "@/lib/participants/guest";
import { nextVersion } from "@/lib/participants/waiting-room-version";
import { deleteGuestPictures } from "@/lib/pictures/guest-pictures";

/**
 * Expires everyone who waits or is on stage, at the end of a show; with `jti`, only those waiting
 * with that invite.
 */
export async function expireGuests(
  tx: Queries,
  mint: string,
  jti?: string,
): Promise<{ identity: string }[]> {
  const version = await nextVersion(tx, mint);
  const expired = await tx
    .update(guests)
    .set({ status: "expired", version })
    .where(
      and(
        eq(guests.mint, mint),
        jti
          ? and(eq(guests.jti, jti), eq(guests.status, "waiting"))
          : inArray(guests.status, guestStatusesBefore("expire")),
      ),
    )
    .returning({ identity: guests.identity });
  await deleteGuestPictures(
    tx,
    mint,
    expired.map(({ identity }) => identity),
  );
  return expired;
}
