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

/**
 * A livestream, and an account's roles that matter for its guests; null if there is no such
 * livestream.
 */
export async function askerIn(
  db: Queries,
  mint: string,
  accountId: string,
): Promise<Asking | null> {
  const livestream = await livestreamFor(db, mint, accountId);
  if (!livestream) return null;
  const { role } = livestream;
  // Skipped for hosts, who may decide anyway: the alert for a knock waits for this.
  const administers = may(role, "decide-guests")
    ? new Set<string>()
    : await administeredBy(db, accountId);
  return { livestream, asker: { accountId, role, administers } };
}

/** A guest that this account may decide about; null for any other or unknown guest. */
export async function loadGuest(
  db: Queries,
  accountId: string,
  { mint, identity }: Asked,
): Promise<(FoundGuest & Asking) | null> {
  const asking = await askerIn(db, mint, accountId);
  const found = asking && (await findGuest(db, mint, identity));
  return found && mayDecide(asking.asker, found.invite) ? { ...found, ...asking } : null;
}

/** The same for a decision: the roles it relies on are locked until the transaction ends. */
export async function loadGuestToDecide(
  tx: Queries,
  accountId: string,
  asked: Asked,
): Promise<(FoundGuest & Asking) | null> {
  await holdLivestream(tx, asked.mint);
  // Changes to an organization's members lock this row too.
  await tx
    .select({ id: organizations.id })
    .from(guests)
    .innerJoin(invites, eq(invites.jti, guests.jti))
    .innerJoin(organizations, eq(organizations.id, invites.orgId))
    .where(and(eq(guests.mint, asked.mint), eq(guests.identity, asked.identity)))
    .for("share", { of: organizations });
  return loadGuest(tx, accountId, asked);
}

/**
 * A person with access to a livestream's waiting room: a host, or an admin who may decide through
 * an invite that was not revoked. Null for everyone else, and if there is no such livestream.
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
