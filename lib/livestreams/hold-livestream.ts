import "server-only";
import { eq, inArray, or } from "drizzle-orm";
import type { Queries } from "@/lib/db/client";
import { invites } from "@/lib/db/schema/guests";
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

/** The same for every livestream of an organization, or with its brand kit or an invite of it. */
export async function holdLivestreamsOf(tx: Queries, orgId: string): Promise<void> {
  const invited = tx.select({ mint: invites.mint }).from(invites).where(eq(invites.orgId, orgId));
  await tx
    .select({ mint: livestreams.mint })
    .from(livestreams)
    .where(
      or(
        eq(livestreams.orgId, orgId),
        eq(livestreams.brandOrgId, orgId),
        inArray(livestreams.mint, invited),
      ),
    )
    .orderBy(livestreams.mint)
    .for("no key update");
}
