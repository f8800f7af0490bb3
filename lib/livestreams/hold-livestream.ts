import "server-only";
import { eq } from "drizzle-orm";
import type { Queries } from "@/lib/db/client";
import { livestreams } from "@/lib/db/schema/livestreams";

/**
 * Locks a livestream until the transaction ends. Removing a role takes the same lock, so roles read
 * after this stay valid: a removed host is either refused or was faster.
 */
export async function holdLivestream(tx: Queries, mint: string): Promise<void> {
  await tx
    .select({ mint: livestreams.mint })
    .from(livestreams)
    .where(eq(livestreams.mint, mint))
    .for("no key update");
}
