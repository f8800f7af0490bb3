import "server-only";
import type { Context } from "@/lib/context";
import { touchGuest } from "@/lib/participants/waiting-room-version";
import { deleteGuestPictures } from "@/lib/pictures/guest-pictures";
import type { GuestRow } from "./move-guest";
import { noGuest } from "./no-guest";

/** Deletes the guest's picture. Succeeds even if there is none. */
export async function takeBackGuestPicture(
  { db }: Pick<Context, "db">,
  guest: GuestRow | null,
): Promise<void> {
  if (!guest) throw noGuest();
  const { mint, identity } = guest;
  await db.transaction(async (tx) => {
    const gone = await deleteGuestPictures(tx, mint, [identity]);
    if (gone.length > 0) await touchGuest(tx, mint, identity);
  });
}
