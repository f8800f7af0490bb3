import "server-only";
import { and, eq } from "drizzle-orm";
import type { PublishSource } from "@/lib/contracts/stage";
import type { Queries } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";
import { featuredViewers, participants } from "@/lib/db/schema/participants";
import { takeTurns } from "@/lib/db/take-turns";

const visibleSeats = (mint: string, accountId: string) =>
  and(
    eq(participants.mint, mint),
    eq(participants.accountId, accountId),
    eq(participants.role, "viewer"),
    eq(participants.hidden, false),
  );

/**
 * Locks an account's place on a stage until the transaction ends. Serializes hosts who remove,
 * restrict or feature it, and a reload of its page. Taken before any other lock.
 */
export async function holdPlace(tx: Queries, mint: string, accountId: string): Promise<void> {
  await takeTurns(tx, `stage ${mint} ${accountId}`);
}

/**
 * Takes an account off the stage, and clears its source restrictions. Resolves to whether it was
 * there.
 */
export async function clearFeatured(
  tx: Queries,
  mint: string,
  accountId: string,
): Promise<boolean> {
  const { rowCount } = await tx
    .delete(featuredViewers)
    .where(and(eq(featuredViewers.mint, mint), eq(featuredViewers.accountId, accountId)));
  await narrowFeatured(tx, { mint, accountId }, null);
  return Boolean(rowCount);
}

/** A featured account's restrictions apply to all its seats, or a reload would lift them. */
export async function narrowFeatured(
  tx: Queries,
  { mint, accountId }: { mint: string; accountId: string },
  sources: PublishSource[] | null,
): Promise<void> {
  await tx.update(participants).set({ sources }).where(visibleSeats(mint, accountId));
}

/** The sources that a new seat of the account may publish on stage: the same as its other seats. */
export async function sourcesOfSeats(
  tx: Queries,
  mint: string,
  accountId: string,
): Promise<PublishSource[] | null> {
  const [seat] = await tx
    .select({ sources: participants.sources })
    .from(participants)
    .where(visibleSeats(mint, accountId))
    .limit(1);
  return seat?.sources ?? null;
}

/**
 * An account's place on this stage: whether it is featured, by which host, and with which sources.
 */
export async function placeOnStage(db: Queries, mint: string, accountId: string) {
  const [[featured], sources] = await Promise.all([
    db
      .select({ calledBy: accounts.name })
      .from(featuredViewers)
      .leftJoin(accounts, eq(accounts.id, featuredViewers.createdBy))
      .where(and(eq(featuredViewers.mint, mint), eq(featuredViewers.accountId, accountId))),
    sourcesOfSeats(db, mint, accountId),
  ]);
  return { featured: featured !== undefined, calledBy: featured?.calledBy ?? null, sources };
}
