import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { announcement } from "@/lib/db/bus";
import type { Queries } from "@/lib/db/client";
import { guests } from "@/lib/db/schema/guests";
import { livestreams } from "@/lib/db/schema/livestreams";

/**
 * The next version of a livestream's waiting room. Its row stays locked until the transaction
 * ends, so versions become visible in their order and a delta never skips one.
 */
export async function nextVersion(tx: Queries, mint: string): Promise<number> {
  const [row] = await tx
    .update(livestreams)
    .set({ guestVersion: sql`${livestreams.guestVersion} + 1` })
    .where(eq(livestreams.mint, mint))
    .returning({
      version: livestreams.guestVersion,
      announced: announcement({ mint, what: "guests" }),
    });
  if (!row) throw new Error(`there is no livestream ${mint}`);
  return row.version;
}

/** Something that hosts see of the guest has changed elsewhere (its connection). */
export async function touchGuest(tx: Queries, mint: string, identity: string): Promise<void> {
  const version = await nextVersion(tx, mint);
  await tx
    .update(guests)
    .set({ version })
    .where(and(eq(guests.mint, mint), eq(guests.identity, identity)));
}
