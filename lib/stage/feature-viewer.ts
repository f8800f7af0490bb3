import "server-only";
import type { Account } from "@/lib/accounts/account";
import { recordDecision } from "@/lib/audit/record-decision";
import type { Context } from "@/lib/context";
import type { FeaturedViewer } from "@/lib/contracts/stage";
import type { Queries } from "@/lib/db/client";
import { featuredViewers } from "@/lib/db/schema/participants";
import { refuseEnded, requireMay } from "@/lib/livestreams/find-livestream";
import { seatOf } from "@/lib/participants/entry";
import { holdPlace } from "@/lib/participants/featured";
import { mirrorSeats } from "@/lib/participants/mirror-seats";
import { standingOf, visibleSeatsOf } from "@/lib/participants/standing";
import { Problem } from "@/lib/problem";
import { featuredOf } from "./list-featured";

type Featuring = { mint: string; identity: string };

/**
 * Puts a visible viewer on stage, by account, so that a reload keeps their place. Repeating it does
 * nothing.
 */
export async function featureViewer(
  context: Context,
  host: Account,
  { mint, identity }: Featuring,
): Promise<FeaturedViewer[]> {
  const { db } = context;
  const { status } = await requireMay(db, mint, host.id, "feature-viewers");
  refuseEnded(status);
  const accountId = await accountOfViewer(db, mint, identity);
  await db.transaction(async (tx) => {
    await holdPlace(tx, mint, accountId);
    // Checked again: another host may have removed them meanwhile.
    await accountOfViewer(tx, mint, identity);
    const row = { mint, accountId, createdBy: host.id };
    const { rowCount } = await tx.insert(featuredViewers).values(row).onConflictDoNothing();
    const decision = { mint, event: "viewer_featured", by: host.id, subject: identity } as const;
    if (rowCount) await recordDecision(tx, decision);
  });
  await mirrorSeats(context, mint, await visibleSeatsOf(db, mint, accountId, identity));
  return featuredOf(db, mint);
}

async function accountOfViewer(db: Queries, mint: string, identity: string): Promise<string> {
  const standing = await standingOf(db, mint, identity);
  const seat = standing && seatOf(standing, "stage");
  const isViewer = seat === "visibleViewer" || seat === "viewerOnStage";
  if (!standing?.accountId || !isViewer) {
    throw new Problem("participant-not-found", "This viewer is no longer here, or isn’t visible.");
  }
  return standing.accountId;
}
