import "server-only";
import { and, eq } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { guests } from "@/lib/db/schema/guests";
import { limit } from "@/lib/limits";
import { nextVersion } from "@/lib/participants/waiting-room-version";
import { drawShowPicture } from "@/lib/pictures/draw-show-picture";
import { Problem } from "@/lib/problem";
import type { GuestRow } from "../move-guest";
import { noGuest } from "../no-guest";

const notWaiting = () => new Problem("already-decided", "You’re no longer waiting.");

type Sent = { bytes: Uint8Array; address: string; signal: AbortSignal };

/** Stores a waiting guest's preview for the hosts. Deleted when the wait ends. */
export async function putGuestPicture(
  { db, now }: Pick<Context, "db" | "now">,
  guest: GuestRow | null,
  { bytes, address, signal }: Sent,
): Promise<void> {
  if (!guest) throw noGuest();
  const { mint, identity } = guest;
  if (guest.status !== "waiting") throw notWaiting();
  await limit("guest-picture", `${mint} ${identity}`);
  await limit("guest-picture-by-address", address);
  const put = await drawShowPicture(bytes, { mint, kind: "guest", subject: identity, signal });
  await db.transaction(async (tx) => {
    // Decisions take the next version first too, so no picture is stored after a decision.
    const version = await nextVersion(tx, mint);
    const [waits] = await tx
      .update(guests)
      .set({ version })
      .where(
        and(eq(guests.mint, mint), eq(guests.identity, identity), eq(guests.status, "waiting")),
      )
      .returning({ identity: guests.identity });
    if (!waits) throw notWaiting();
    await put(tx, now);
  });
}
