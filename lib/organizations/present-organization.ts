import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import { personColumns } from "@/lib/accounts/person-columns";
import type { Organization, OrganizationMember } from "@/lib/contracts/organizations";
import type { Queries } from "@/lib/db/client";
import { outerColumn } from "@/lib/db/outer-column";
import { accounts } from "@/lib/db/schema/accounts";
import { organizationMembers, organizations } from "@/lib/db/schema/organizations";
import { Problem } from "@/lib/problem";

const memberCount = sql<number>`(
  select count(*) from ${organizationMembers} everybody
  where everybody.org_id = ${outerColumn(organizations.id)}
)`.mapWith(Number);

/** An account's organizations, or one of them, in the contract's format. */
export async function presentOrganizations(
  db: Queries,
  accountId: string,
  orgId?: string,
): Promise<Organization[]> {
  const rows = await db
    .select({
      organization: organizations,
      role: organizationMembers.role,
      members: memberCount,
    })
    .from(organizationMembers)
    .innerJoin(organizations, eq(organizations.id, organizationMembers.orgId))
    .where(
      and(
        eq(organizationMembers.accountId, accountId),
        orgId === undefined ? undefined : eq(organizations.id, orgId),
      ),
    )
    .orderBy(asc(organizations.createdAt), asc(organizations.id));
  return rows.map(({ organization, role, members }) => ({
    ...organization,
    role,
    members,
    createdAt: organization.createdAt.toISOString(),
  }));
}

/**
 * One organization, for its members. Throws the same 404 for non-members and missing organizations.
 */
export async function presentOrganization(
  db: Queries,
  accountId: string,
  orgId: string,
): Promise<Organization> {
  const [found] = await presentOrganizations(db, accountId, orgId);
  if (!found) throw organizationNotFound();
  return found;
}

export const organizationNotFound = () =>
  new Problem("organization-not-found", "You aren’t a member of an organization with this ID.");

/** Owners first, then admins, then members, each in the order they joined. */
export async function presentMembers(db: Queries, orgId: string): Promise<OrganizationMember[]> {
  return db
    .select({
      account: personColumns,
      role: organizationMembers.role,
    })
    .from(organizationMembers)
    .innerJoin(accounts, eq(accounts.id, organizationMembers.accountId))
    .where(eq(organizationMembers.orgId, orgId))
    .orderBy(
      sql`array_position(array['owner', 'admin', 'member'], ${organizationMembers.role})`,
      asc(organizationMembers.createdAt),
      asc(accounts.handle),
    );
}
