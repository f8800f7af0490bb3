import "server-only";
import { and, eq, inArray, notInArray, or } from "drizzle-orm";
import { overStatuses } from "@/lib/contracts/common/livestream-status";
import type { Queries } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";
import { chatMessages } from "@/lib/db/schema/chat";
import { invites } from "@/lib/db/schema/guests";
import { livestreamMembers, livestreams } from "@/lib/db/schema/livestreams";
import { organizationMembers, organizations } from "@/lib/db/schema/organizations";
import { participants } from "@/lib/db/schema/participants";

/**
 * Locks what depends on an account: seats, then livestreams, then the account itself and organizations, in the
 * order of all other changes. Decisions hold their livestream, so none of the account's is under way afterwards.
 *
 * @returns the livestreams
 */
export async function holdEverything(tx: Queries, accountId: string): Promise<string[]> {
  const created = tx
    .select({ mint: livestreams.mint })
    .from(livestreams)
    .where(eq(livestreams.creatorId, accountId));
  await tx
    .select({ identity: participants.identity })
    .from(participants)
    .where(or(eq(participants.accountId, accountId), inArray(participants.mint, created)))
    .orderBy(participants.mint, participants.identity)
    .for("update");
  const joined = tx
    .select({ mint: livestreamMembers.mint })
    .from(livestreamMembers)
    .where(eq(livestreamMembers.accountId, accountId));
  const organizationsOf = tx
    .select({ orgId: organizationMembers.orgId })
    .from(organizationMembers)
    .where(eq(organizationMembers.accountId, accountId));
  const invited = tx
    .select({ mint: invites.mint })
    .from(invites)
    .where(or(eq(invites.createdBy, accountId), inArray(invites.orgId, organizationsOf)));
  const written = tx
    .select({ mint: chatMessages.mint })
    .from(chatMessages)
    .where(and(eq(chatMessages.author, accountId), eq(chatMessages.channel, "show")));
  const held = await tx
    .select({ mint: livestreams.mint })
    .from(livestreams)
    .where(
      or(
        eq(livestreams.creatorId, accountId),
        inArray(livestreams.mint, joined),
        inArray(livestreams.mint, invited),
        inArray(livestreams.brandOrgId, organizationsOf),
        // A message of theirs may be on screen.
        and(notInArray(livestreams.status, overStatuses), inArray(livestreams.mint, written)),
      ),
    )
    .orderBy(livestreams.mint)
    .for("no key update");
  // Before the organizations, as a change of the handle does; not yet against new members of them.
  await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.id, accountId))
    .for("no key update");
  await tx
    .select({ id: organizations.id })
    .from(organizations)
    .where(inArray(organizations.id, organizationsOf))
    .orderBy(organizations.id)
    .for("no key update");
  return held.map(({ mint }) => mint);
}
