import "server-only";
import { and, count, eq, isNull, notInArray } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import { overStatuses } from "@/lib/contracts/common/livestream-status";
import type { OrganizationRole } from "@/lib/contracts/organizations";
import { announce, announcementOf } from "@/lib/db/bus";
import type { Queries } from "@/lib/db/client";
import { invites } from "@/lib/db/schema/guests";
import { livestreams } from "@/lib/db/schema/livestreams";
import { organizationMembers } from "@/lib/db/schema/organizations";
import { Problem } from "@/lib/problem";
import { holdOrganization, requireMembership, roleInOrganization } from "./membership";
import { mayChangeMember } from "./organization";

type Change = {
  orgId: string;
  account: Pick<Account, "id" | "handle">;
  /** Null removes the member. */
  to: OrganizationRole | null;
};

/**
 * Changes or removes an account's role, if `by` may. Changes to one organization are serialized: of
 * two owners who demote each other at once, one is refused, and an owner remains.
 *
 * @returns the livestreams that have another brand kit now
 */
export async function changeMember(tx: Queries, by: Account, change: Change): Promise<string[]> {
  const { orgId, account, to } = change;
  await holdOrganization(tx, orgId);
  const role = await requireMembership(tx, orgId, by.id);
  const from = await roleInOrganization(tx, orgId, account.id);
  const leaves = account.id === by.id && to === null;
  if (!leaves && !mayChangeMember({ by: role, from, to })) {
    throw new Problem("not-allowed", refusalFor(role));
  }
  if (from === to) return [];
  if (from === "owner") await refuseOwnerless(tx, orgId, account);
  await announceWaitingRooms(tx, orgId);
  const rebranded = from === null || to === null ? await announceShows(tx, orgId, account.id) : [];
  if (to === null) {
    await tx.delete(organizationMembers).where(membershipOf(orgId, account.id));
    return rebranded;
  }
  await tx
    .insert(organizationMembers)
    .values({ orgId, accountId: account.id, role: to })
    .onConflictDoUpdate({
      target: [organizationMembers.orgId, organizationMembers.accountId],
      set: { role: to },
    });
  return rebranded;
}

async function refuseOwnerless(
  tx: Queries,
  orgId: string,
  { handle }: Change["account"],
): Promise<void> {
  const [row] = await tx
    .select({ owners: count() })
    .from(organizationMembers)
    .where(and(eq(organizationMembers.orgId, orgId), eq(organizationMembers.role, "owner")));
  if ((row?.owners ?? 0) <= 1) {
    throw new Problem("last-owner", "This is the last owner. Make someone else an owner first.");
  }
  // Every account's livestreams and invites belong to the organization named after its handle.
  if (orgId === handle) {
    throw new Problem(
      "not-allowed",
      `This is @${handle}’s own organization. They always stay its owner.`,
    );
  }
}

/** Makes open waiting rooms check again who may see them. */
async function announceWaitingRooms(tx: Queries, orgId: string): Promise<void> {
  const rows = await tx
    .selectDistinct({ mint: invites.mint })
    .from(invites)
    .innerJoin(livestreams, eq(livestreams.mint, invites.mint))
    .where(
      and(
        eq(invites.orgId, orgId),
        isNull(invites.revokedAt),
        notInArray(livestreams.status, overStatuses),
      ),
    );
  for (const { mint } of rows) await announce(tx, { mint, what: "guests" });
}

/** A show uses the chosen organization's brand kit while its creator is a member. */
async function announceShows(tx: Queries, orgId: string, creatorId: string): Promise<string[]> {
  const shows = await tx
    .select({ mint: livestreams.mint, told: announcementOf(livestreams.mint, "livestream") })
    .from(livestreams)
    .where(
      and(
        eq(livestreams.brandOrgId, orgId),
        eq(livestreams.creatorId, creatorId),
        notInArray(livestreams.status, overStatuses),
      ),
    );
  return shows.map(({ mint }) => mint);
}

const membershipOf = (orgId: string, accountId: string) =>
  and(eq(organizationMembers.orgId, orgId), eq(organizationMembers.accountId, accountId));

const refusalFor = (role: OrganizationRole) =>
  role === "admin"
    ? "Admins can only add and remove members. Ask an owner to change owners and admins."
    : "Only owners and admins can change the organization's members.";
