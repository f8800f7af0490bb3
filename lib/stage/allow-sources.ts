import "server-only";
import { and, eq } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import type { PublishSource } from "@/lib/contracts/stage";
import { participants } from "@/lib/db/schema";
import { requireHosted } from "@/lib/livestreams/find-livestream";
import { seatOf } from "@/lib/participants/entry";
import { holdPlace, narrowFeatured } from "@/lib/participants/featured";
import { mirrorSeats } from "@/lib/participants/mirror-seats";
import { standingOf, visibleSeatsOf } from "@/lib/participants/standing";
import { Problem } from "@/lib/problem";

type Allowed = { mint: string; identity: string; canPublishSources: PublishSource[] | null };

/** What somebody on stage may publish from now on; what they publish beyond it LiveKit ends. */
export async function allowSources(
  context: Context,
  host: Account,
  { mint, identity, canPublishSources: sources }: Allowed,
): Promise<void> {
  const { db } = context;
  await requireHosted(db, mint, host.id);
  const standing = await standingOf(db, mint, identity);
  if (!standing || (standing.role === "viewer" && standing.hidden)) {
    throw new Problem("participant-not-found", "Nobody in this livestream has this identity.");
  }
  const seat = seatOf(standing, false);
  if (seat === "viewerOnStage" && standing.accountId) {
    const { accountId } = standing;
    await db.transaction(async (tx) => {
      await holdPlace(tx, mint, accountId);
      await narrowFeatured(tx, { mint, accountId }, sources);
    });
    await mirrorSeats(context, mint, await visibleSeatsOf(db, mint, accountId, identity));
    return;
  }
  if (seat !== "guestOnStage") {
    throw new Problem("not-on-stage", "Only guests and featured viewers on stage can be limited.");
  }
  const row = and(eq(participants.mint, mint), eq(participants.identity, identity));
  await db.update(participants).set({ sources }).where(row);
  await mirrorSeats(context, mint, [{ ...standing, sources }]);
}
