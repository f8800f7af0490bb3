import "server-only";
import { sql } from "drizzle-orm";
import { outerColumn } from "@/lib/db/outer-column";
import { invites } from "@/lib/db/schema/guests";
import { livestreamMembers, livestreams } from "@/lib/db/schema/livestreams";
import { organizationMembers, organizations } from "@/lib/db/schema/organizations";
import { rolesThatMay } from "@/lib/grants/capabilities";

/**
 * SQL: whether an invite's organization has no part in its show. A host may invite on behalf of any
 * of their organizations; its admins count only while that host hosts. Otherwise a removed co-host
 * could go on deciding as the owner of their own organization. Of the creator's organizations only
 * those they founded count: they may have been added to others unasked.
 */
export const outsideShow = sql<boolean>`not exists (
  select 1 from ${livestreams} shown
  where shown.mint = ${outerColumn(invites.mint)} and (
    shown.creator_id = ${outerColumn(invites.createdBy)}
    or exists (
      select 1 from ${livestreamMembers} cohost
      where cohost.mint = shown.mint and cohost.role in ${rolesThatMay("invite")}
        and cohost.account_id = ${outerColumn(invites.createdBy)}
    )
    or exists (
      select 1 from ${organizations} theirs
      join ${organizationMembers} member on member.org_id = theirs.id
      where theirs.id = ${outerColumn(invites.orgId)} and theirs.founded_by = shown.creator_id
        and member.account_id = shown.creator_id
    )
  )
)`;
