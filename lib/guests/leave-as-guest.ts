import "server-only";
import type { Context } from "@/lib/context";
import { livestreamFor } from "@/lib/livestreams/find-livestream";
import { dismissGuests } from "./mirror-decision";
import { type GuestRow, moveGuest } from "./move-guest";
import { noGuest } from "./no-guest";

/** The guest stops waiting or leaves the stage. With an active link they may knock again. */
export async function leaveAsGuest(context: Context, guest: GuestRow | null): Promise<void> {
  const livestream = guest && (await livestreamFor(context.db, guest.mint, null));
  if (!guest || !livestream) {
    throw noGuest();
  }
  const { mint, identity } = guest;
  const moved = await context.db.transaction((tx) =>
    moveGuest(tx, { mint, identity, move: "leave", by: null, at: context.now() }),
  );
  if (moved) await dismissGuests(context, mint, [moved]);
}
