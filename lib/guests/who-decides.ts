import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Queries } from "@/lib/db/client";
import { invites } from "@/lib/db/schema/guests";
import { type Found, livestreamFor, runsTheShow } from "@/lib/livestreams/find-livestream";
import { administeredBy } from "@/lib/organizations/membership";
import { type Decider, mayDecide } from "./decider";

/** What the account that met this livestream may decide with, as it is now. */
export async function deciderIn(db: Queries, { role }: Found, accountId: string): Promise<Decider> {
  const administers = await administeredBy(db, accountId);
  return { accountId, hosts: runsTheShow(role), administers };
}

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
  const decider = { accountId, hosts: runsTheShow(livestream.role), administers };
  if (decider.hosts) return decider;
  const rules = await db
    .select()
    .from(invites)
    .where(and(eq(invites.mint, mint), isNull(invites.revokedAt)));
  return rules.some((rule) => mayDecide(decider, rule)) ? decider : null;
}
