import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { OrganizationRole } from "@/lib/contracts/organizations";
import type { Queries } from "@/lib/db/client";
import { organizationMembers, organizations } from "@/lib/db/schema/organizations";
import { organizationNotFound } from "./present-organization";

export async function roleInOrganization(
  db: Queries,
  orgId: string,
  accountId: string,
): Promise<OrganizationRole | null> {
  const [row] = await db
    .select({ role: organizationMembers.role })
    .from(organizationMembers)
    .where(and(eq(organizationMembers.orgId, orgId), eq(organizationMembers.accountId, accountId)));
  return row?.role ?? null;
}

/** Locks an organization until the transaction ends: roles read after this stay valid. */
export async function holdOrganization(tx: Queries, orgId: string): Promise<void> {
  await tx
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.id, orgId))
    .for("update");
}

/** The member's role. Throws the same 404 for non-members and missing organizations. */
export async function requireMembership(
  db: Queries,
  orgId: string,
  accountId: string,
): Promise<OrganizationRole> {
  const role = await roleInOrganization(db, orgId, accountId);
  if (role) return role;
  throw organizationNotFound();
}

/** The accounts among `accountIds` that are admins or owners of the organization. */
export async function adminsAmong(
  db: Queries,
  orgId: string,
  accountIds: string[],
): Promise<Set<string>> {
  if (accountIds.length === 0) return new Set();
  const rows = await db
    .select()
    .from(organizationMembers)
    .where(
      and(
        eq(organizationMembers.orgId, orgId),
        inArray(organizationMembers.accountId, accountIds),
        inArray(organizationMembers.role, ["owner", "admin"]),
      ),
    );
  return new Set(rows.map((row) => row.accountId));
}

/** The organizations that an account administers. */
export async function administeredBy(db: Queries, accountId: string): Promise<Set<string>> {
  const rows = await db
    .select({ orgId: organizationMembers.orgId })
    .from(organizationMembers)
    .where(
      and(
        eq(organizationMembers.accountId, accountId),
        inArray(organizationMembers.role, ["owner", "admin"]),
      ),
    );
  return new Set(rows.map((row) => row.orgId));
}
