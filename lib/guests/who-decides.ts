import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Queries } from "@/lib/db/client";
import { invites } from "@/lib/db/schema/guests";
import { type Found, livestreamFor, runsTheShow } from "@/lib/livestreams/find-livestream";
import { administeredBy } from "@/lib/organizations/membership";
import { type Decider, mayDecide } from "./decider";
import { type FoundGuest, findGuest } from "./find-guest";

type Meeting = FoundGuest & { livestream: Found; asker: Decider };

/**
 * A guest of a livestream, and what this account may decide about them with, as it is now; null for
 * a guest or a livestream that does not exist. Asked side by side: an admission waits for it.
 */
export async function meetGuest(
  db: Queries,
  accountId: string,
  { mint, identity }: { mint: string; identity: string },
): Promise<Meeting | null> {
  const [livestream, found, administers] = await Promise.all([
    livestreamFor(db, mint, accountId),
    findGuest(db, mint, identity),
    administeredBy(db, accountId),
  ]);
  if (!livestream || !found) return null;
  return { ...found, livestream, asker: deciderIn(livestream, accountId, administers) };
}

const deciderIn = ({ role }: Found, accountId: string, administers: Set<string>): Decider => ({
  accountId,
  hosts: runsTheShow(role),
  administers,
});

/**
 * Whoever has a say in a livestream's waiting room: its hosts, and who may decide by an invite that
 * was not taken back. Null for everybody else, and where there is no such livestream.
 */
export async function waitingRoomReader(
  db: Queries,
  mint: string,
  accountId: string,
): Promise<Decider | null> {
  const [livestream, administers] = await Promise.all([
    livestreamFor(db, mint, accountId),
    administeredBy(db, accountId),
  ]);
  if (!livestream) return null;
  const decider = deciderIn(livestream, accountId, administers);
  if (decider.hosts) return decider;
  const rules = await db
    .select()
    .from(invites)
    .where(and(eq(invites.mint, mint), isNull(invites.revokedAt)));
  return rules.some((rule) => mayDecide(decider, rule)) ? decider : null;
}
