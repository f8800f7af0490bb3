import "server-only";
import { and, eq, getTableColumns, isNull } from "drizzle-orm";
import type { Queries } from "@/lib/db/client";
import { guests, invites } from "@/lib/db/schema/guests";
import { organizations } from "@/lib/db/schema/organizations";
import { may } from "@/lib/grants/capabilities";
import { type Found, livestreamFor } from "@/lib/livestreams/find-livestream";
import { holdLivestream } from "@/lib/livestreams/hold-livestream";
import { administeredBy } from "@/lib/organizations/membership";
import { type Decider, mayDecide } from "./decider";
import { type FoundGuest, findGuest } from "./find-guest";
import { outsideShow } from "./outside-show";

type Asked = { mint: string; identity: string };
type Asking = { livestream: Found; asker: Decider };

/** A livestream and the roles of an account that bear on its guests; null if there is none. */
export async function askerIn(
  db: Queries,
  mint: string,
  accountId: string,
): Promise<Asking | null> {
  const livestream = await livestreamFor(db, mint, accountId);
  if (!livestream) return null;
  const { role } = livestream;
  // Hosts may decide anyway, and a knock that they are told of waits for this.
  const administers = may(role, "decide-guests")
    ? new Set<string>()
    : await administeredBy(db, accountId);
  return { livestream, asker: { accountId, role, administers } };
}

/** A guest whom this account may decide about; null for any other, and for none. */
export async function meetGuest(
  db: Queries,
  accountId: string,
  { mint, identity }: Asked,
): Promise<(FoundGuest & Asking) | null> {
  const asking = await askerIn(db, mint, accountId);
  const found = asking && (await findGuest(db, mint, identity));
  return found && mayDecide(asking.asker, found.invite) ? { ...found, ...asking } : null;
}

/** The same for a decision: the roles that it rests on last until the transaction ends. */
export async function meetGuestToDecide(
  tx: Queries,
  accountId: string,
  asked: Asked,
): Promise<(FoundGuest & Asking) | null> {
  await holdLivestream(tx, asked.mint);
  // Changes of an organization's members take this row too.
  await tx
    .select({ id: organizations.id })
    .from(guests)
    .innerJoin(invites, eq(invites.jti, guests.jti))
    .innerJoin(organizations, eq(organizations.id, invites.orgId))
    .where(and(eq(guests.mint, asked.mint), eq(guests.identity, asked.identity)))
    .for("share", { of: organizations });
  return meetGuest(tx, accountId, asked);
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
  const asking = await askerIn(db, mint, accountId);
  if (!asking) return null;
  const { asker } = asking;
  if (may(asker.role, "decide-guests")) return asker;
  const rules = await db
    .select({ ...getTableColumns(invites), outside: outsideShow })
    .from(invites)
    .where(and(eq(invites.mint, mint), isNull(invites.revokedAt)));
  return rules.some((rule) => mayDecide(asker, rule)) ? asker : null;
}
