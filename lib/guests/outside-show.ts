import "server-only";
import { sql } from "drizzle-orm";
import { outerColumn } from "@/lib/db/outer-column";
import { invites } from "@/lib/db/schema/guests";
import { livestreamMembers, livestreams } from "@/lib/db/schema/livestreams";
import { organizationMembers } from "@/lib/db/schema/organizations";

/**
 * SQL: whether an invite's organization has no part in its show. A host may invite in the name of any
 * organization of theirs, even one that the creator is not in; its admins count only while that host
 * hosts. Otherwise a removed co-host would go on deciding as the owner of their own organization.
 */
export const outsideShow = sql<boolean>`not exists (
  select 1 from ${livestreams} shown
  where shown.mint = ${outerColumn(invites.mint)} and (
    shown.creator_id = ${outerColumn(invites.createdBy)}
    or exists (
      select 1 from ${livestreamMembers} cohost
      where cohost.mint = shown.mint and cohost.role = 'host'
        and cohost.account_id = ${outerColumn(invites.createdBy)}
    )
    or exists (
      select 1 from ${organizationMembers} member
      where member.org_id = ${outerColumn(invites.orgId)} and member.account_id = shown.creator_id
    )
  )
)`;
