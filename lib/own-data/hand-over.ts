import "server-only";
import { and, eq, inArray, isNull, notInArray, or, sql } from "drizzle-orm";
import { recordDecision } from "@/lib/audit/record-decision";
import { overStatuses } from "@/lib/contracts/common/livestream-status";
import { announcementOf } from "@/lib/db/bus";
import type { Queries } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";
import { invites } from "@/lib/db/schema/guests";
import { livestreamMembers, livestreams } from "@/lib/db/schema/livestreams";
import { organizationMembers, organizations } from "@/lib/db/schema/organizations";
import { expireGuests } from "@/lib/guests/expire-guests";
import { Problem } from "@/lib/problem";
import { deleteOver } from "@/lib/show/delete-livestream";
import type { Settlement } from "./settle";

/**
 * Gives an account's livestreams and organizations to their successors, and deletes the other livestreams.
 *
 * @returns the deleted livestreams
 */
export async function handOverBelongings(
  tx: Queries,
  accountId: string,
  { organizations: orgs, livestreams: shows }: Settlement,
): Promise<string[]> {
  for (const { id, onlyOwner, to } of orgs) {
    if (!onlyOwner || to === null) continue;
    await tx
      .update(organizationMembers)
      .set({ role: "owner" })
      .where(and(eq(organizationMembers.orgId, id), eq(organizationMembers.accountId, to)));
  }
  for (const { mint, to } of shows) {
    if (to === null) continue;
    await tx.update(livestreams).set({ creatorId: to }).where(eq(livestreams.mint, mint));
    await tx
      .delete(livestreamMembers)
      .where(and(eq(livestreamMembers.mint, mint), eq(livestreamMembers.accountId, to)));
    await recordDecision(tx, { mint, event: "show_handed_over", by: accountId, subject: to });
  }
  const going = shows.flatMap(({ mint, to }) => (to === null ? [mint] : []));
  if (!(await deleteOver(tx, going))) {
    throw new Problem("livestream-live", "One of your livestreams has just gone live. Try again.");
  }
  return going;
}

/**
 * Revokes the invites that an account created in other people's livestreams and in those it handed over.
 *
 * @returns the guests who were waiting with one and are turned away
 */
export async function revokeInvites(
  tx: Queries,
  accountId: string,
  at: Date,
): Promise<{ mint: string; identity: string }[]> {
  const open = await tx
    .select({ mint: invites.mint, jti: invites.jti })
    .from(invites)
    .innerJoin(livestreams, eq(livestreams.mint, invites.mint))
    .where(
      and(
        eq(invites.createdBy, accountId),
        isNull(invites.revokedAt),
        notInArray(livestreams.status, overStatuses),
      ),
    );
  const turnedAway: { mint: string; identity: string }[] = [];
  for (const { mint, jti } of open) {
    const expired = await expireGuests(tx, mint, jti);
    turnedAway.push(...expired.map(({ identity }) => ({ mint, identity })));
    await recordDecision(tx, { mint, event: "invite_revoked", by: accountId });
  }
  await tx
    .update(invites)
    .set({ revokedAt: at })
    .where(and(eq(invites.createdBy, accountId), isNull(invites.revokedAt)));
  return turnedAway;
}

/**
 * Deletes organizations that no one else owns or administers. Livestreams that still belong to one move to
 * their creator's own organization; invites to their creator's, or to their livestream's.
 */
export async function dissolveOrganizations(
  tx: Queries,
  accountId: string,
  ids: string[],
): Promise<void> {
  if (ids.length === 0) return;
  // Their brand kits go too.
  await tx
    .select({ told: announcementOf(livestreams.mint, "livestream") })
    .from(livestreams)
    .where(
      and(
        or(inArray(livestreams.orgId, ids), inArray(livestreams.brandOrgId, ids)),
        notInArray(livestreams.status, overStatuses),
      ),
    );
  const handleOf = (column: typeof livestreams.creatorId | typeof invites.createdBy) =>
    sql`(select ${accounts.handle} from ${accounts} where ${accounts.id} = ${column})`;
  await tx
    .update(livestreams)
    .set({ orgId: handleOf(livestreams.creatorId) })
    .where(inArray(livestreams.orgId, ids));
  const orgOfShow = sql`(select ${livestreams.orgId} from ${livestreams} where ${livestreams.mint} = ${invites.mint})`;
  await tx
    .update(invites)
    .set({
      orgId: sql`case when ${invites.createdBy} is null or ${invites.createdBy} = ${accountId}
        then ${orgOfShow} else ${handleOf(invites.createdBy)} end`,
    })
    .where(inArray(invites.orgId, ids));
  await tx.delete(organizations).where(inArray(organizations.id, ids));
}
