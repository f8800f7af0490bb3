import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Queries } from "@/lib/db/client";
import { organizationMembers } from "@/lib/db/schema";

export type OrganizationRole = (typeof organizationMembers.$inferSelect)["role"];

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

export const administers = (role: OrganizationRole | null) => role === "owner" || role === "admin";

/** Those of `accountIds` that are admins (or the owner) of the organization. */
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
