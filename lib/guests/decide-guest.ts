import "server-only";
import { and, eq, getTableColumns } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import type { Queries } from "@/lib/db/client";
import { accounts, guests, invites } from "@/lib/db/schema";
import { type Found, livestreamFor, runsTheShow } from "@/lib/livestreams/find-livestream";
import { administers, roleInOrganization } from "@/lib/organizations/membership";
import { Problem } from "@/lib/problem";
import type { InviteRow } from "./find-invite";
import { outcomeOf } from "./guest";
import { mirrorDecision } from "./mirror-decision";
import { type GuestRow, moveGuest } from "./move-guest";

type Decision = { mint: string; identity: string; move: "admit" | "deny" };
type Waiting = { guest: GuestRow; invite: InviteRow; decider: string | null };

/** Admits or denies. The same decision twice is one; the opposite one comes too late (409). */
export async function decideGuest(
  context: Context,
  host: Account,
  { mint, identity, move }: Decision,
): Promise<void> {
  const { db, now } = context;
  const livestream = await livestreamFor(db, mint, host.id);
  const found = livestream && (await findGuest(db, mint, identity));
  if (!found || !(await mayDecide(db, host, livestream, found.invite))) {
    if (found && runsTheShow(livestream.role)) {
      throw new Problem("not-allowed", "This guest's invite leaves the decision to others.");
    }
    // Strangers cannot tell another host's guest from a missing one.
    throw new Problem("guest-not-found", "Nobody with this identity waits here.");
  }
  const moved = await db.transaction((tx) =>
    moveGuest(tx, { mint, identity, move, by: host.id, at: now() }),
  );
  if (moved) {
    await mirrorDecision(context, livestream, moved);
    return;
  }
  const decided = await findGuest(db, mint, identity);
  if (decided?.guest.status !== outcomeOf[move]) {
    const decidedBy = decided?.decider ?? undefined;
    throw new Problem(
      "already-decided",
      decidedBy
        ? `${decidedBy} has already decided about this guest.`
        : "This guest does not wait any more.",
      { decidedBy },
    );
  }
}

async function findGuest(db: Queries, mint: string, identity: string): Promise<Waiting | null> {
  const [row] = await db
    .select({
      guest: getTableColumns(guests),
      invite: getTableColumns(invites),
      decider: accounts.name,
    })
    .from(guests)
    .innerJoin(invites, eq(invites.jti, guests.jti))
    .leftJoin(accounts, eq(accounts.id, guests.decidedBy))
    .where(and(eq(guests.mint, mint), eq(guests.identity, identity)));
  return row ?? null;
}

/**
 * Who may admit by an invite: with `allowedAdmins` just these, with `allowAll` any admin of its
 * organization, with neither the inviter and the livestream's hosts. Being an admin is asked now,
 * not when the invite was made.
 */
export async function mayDecide(
  db: Queries,
  host: Account,
  livestream: Found,
  invite: InviteRow,
): Promise<boolean> {
  if (!invite.allowAll && invite.allowedAdmins.length === 0) {
    return invite.createdBy === host.id || runsTheShow(livestream.role);
  }
  if (!invite.allowAll && !invite.allowedAdmins.includes(host.id)) return false;
  return administers(await roleInOrganization(db, invite.orgId, host.id));
}
