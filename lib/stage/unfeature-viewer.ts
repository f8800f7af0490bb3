import "server-only";
import { and, eq, or } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import { recordDecision } from "@/lib/audit/record-decision";
import type { Context } from "@/lib/context";
import type { FeaturedViewer } from "@/lib/contracts/stage";
import type { Queries } from "@/lib/db/client";
import { featuredViewers, participants } from "@/lib/db/schema/participants";
import { may } from "@/lib/grants/capabilities";
import { requireMay, requireWatchable } from "@/lib/livestreams/find-livestream";
import { clearFeatured, holdPlace } from "@/lib/participants/featured";
import { mirrorSeats } from "@/lib/participants/mirror-seats";
import { visibleSeatsOf } from "@/lib/participants/standing";
import { Problem } from "@/lib/problem";
import { featuredOf } from "./list-featured";

/**
 * Takes a viewer off the stage; they stay visible and keep watching on the same connection. Allowed
 * for hosts, and for the viewer, who does not learn who else is featured.
 */
export async function unfeatureViewer(
  context: Context,
  actor: Account,
  { mint, identity }: { mint: string; identity: string },
): Promise<FeaturedViewer[]> {
  const { db } = context;
  const { role } = await requireWatchable(db, mint, actor.id);
  const accountId = await accountBehind(db, mint, identity);
  if (accountId !== actor.id) await requireMay(db, mint, actor.id, "feature-viewers");
  if (!accountId) {
    throw new Problem("participant-not-found", "This viewer is no longer here.");
  }
  await db.transaction(async (tx) => {
    await holdPlace(tx, mint, accountId);
    const left = await clearFeatured(tx, mint, accountId);
    const decision = {
      mint,
      event: "viewer_unfeatured",
      by: actor.id,
      subject: accountId,
    } as const;
    // Viewers who leave the stage themselves are not a decision of a host.
    if (left && accountId !== actor.id) await recordDecision(tx, decision);
  });
  await mirrorSeats(context, mint, await visibleSeatsOf(db, mint, accountId, identity));
  return may(role, "feature-viewers") ? featuredOf(db, mint) : [];
}

/** Finds the account by its own id, featured or not, or by one of its visible seats. */
async function accountBehind(db: Queries, mint: string, subject: string): Promise<string | null> {
  const [seat] = await db
    .select({ accountId: participants.accountId })
    .from(participants)
    .where(
      and(
        eq(participants.mint, mint),
        or(eq(participants.identity, subject), eq(participants.accountId, subject)),
        eq(participants.role, "viewer"),
        eq(participants.hidden, false),
      ),
    )
    .limit(1);
  if (seat?.accountId) return seat.accountId;
  const [row] = await db
    .select({ accountId: featuredViewers.accountId })
    .from(featuredViewers)
    .where(and(eq(featuredViewers.mint, mint), eq(featuredViewers.accountId, subject)));
  return row?.accountId ?? null;
}
