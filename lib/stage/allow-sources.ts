import "server-only";
import { and, eq } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import { recordDecision } from "@/lib/audit/record-decision";
import type { Context } from "@/lib/context";
import type { PublishSource } from "@/lib/contracts/stage";
import { participants } from "@/lib/db/schema/participants";
import { holdPlace, narrowFeatured } from "@/lib/participants/featured";
import { mirrorSeats } from "@/lib/participants/mirror-seats";
import { visibleSeatsOf } from "@/lib/participants/standing";
import { requireOnStage } from "./require-on-stage";

type Allowed = { mint: string; identity: string; canPublishSources: PublishSource[] | null };

/** Restricts what someone on stage may publish. LiveKit ends any other tracks. */
export async function allowSources(
  context: Context,
  host: Account,
  { mint, identity, canPublishSources: sources }: Allowed,
): Promise<void> {
  const { db } = context;
  const standing = await requireOnStage(context, host, { mint, identity });
  const decision = { mint, event: "sources_allowed", by: host.id, subject: identity } as const;
  if (standing.seat === "viewerOnStage" && standing.accountId) {
    const { accountId } = standing;
    await db.transaction(async (tx) => {
      await holdPlace(tx, mint, accountId);
      // Checked again: a viewer who left the stage returns to it without restrictions.
      const { sources: before } = await requireOnStage({ db: tx }, host, { mint, identity });
      await narrowFeatured(tx, { mint, accountId }, sources);
      if (String(before) !== String(sources)) await recordDecision(tx, decision);
    });
    await mirrorSeats(context, mint, await visibleSeatsOf(db, mint, accountId, identity));
    return;
  }
  const row = and(eq(participants.mint, mint), eq(participants.identity, identity));
  await db.transaction(async (tx) => {
    await tx.update(participants).set({ sources }).where(row);
    if (String(standing.sources) !== String(sources)) await recordDecision(tx, decision);
  });
  await mirrorSeats(context, mint, [{ ...standing, sources }]);
}
