import "server-only";
import { and, eq, exists, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { Context } from "@/lib/context";
import type { Queries } from "@/lib/db/client";
import { guests } from "@/lib/db/schema/guests";
import { participants } from "@/lib/db/schema/participants";
import { nextVersion } from "@/lib/participants/waiting-room-version";
import { deleteGuestPictures } from "@/lib/pictures/guest-pictures";

/** Enough for a reload or a change of network; a closed tab does not return in time. */
const graceSeconds = 30;
/** For knocks that never connected. */
const neverConnectedSeconds = 60;

/**
 * Marks waiting guests who disappeared without leaving as left, so that hosts do not admit a closed
 * tab.
 */
export async function markAbsentGuestsLeft({
  db,
  now,
}: Pick<Context, "db" | "now">): Promise<void> {
  const waitsUnseen = absent(db, now());
  const rows = await db.selectDistinct({ mint: guests.mint }).from(guests).where(waitsUnseen);
  for (const { mint } of rows) {
    await db.transaction(async (tx) => {
      const version = await nextVersion(tx, mint);
      // Guests who were admitted or returned since the list was read stay.
      const left = await tx
        .update(guests)
        .set({ status: "left", version })
        .where(and(eq(guests.mint, mint), waitsUnseen))
        .returning({ identity: guests.identity });
      const identities = left.map(({ identity }) => identity);
      await deleteGuestPictures(tx, mint, identities);
    });
  }
}

/** Waiting guests who have been disconnected for too long. */
function absent(db: Queries, at: Date): SQL | undefined {
  const before = (seconds: number) => new Date(at.getTime() - seconds * 1_000);
  const unseen = db
    .select({ one: sql`1` })
    .from(participants)
    .where(
      and(
        eq(participants.mint, guests.mint),
        eq(participants.identity, guests.identity),
        isNull(participants.sid),
        or(
          lt(participants.leftAt, before(graceSeconds)),
          and(
            isNull(participants.connectedAt),
            lt(guests.knockedAt, before(neverConnectedSeconds)),
          ),
        ),
      ),
    );
  return and(eq(guests.status, "waiting"), exists(unseen));
}
