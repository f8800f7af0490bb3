import "server-only";
import { and, eq } from "drizzle-orm";
import type { Brand } from "@/lib/contracts/accounts/brand";
import type { Queries } from "@/lib/db/client";
import { brands } from "@/lib/db/schema/brands";
import { organizationMembers } from "@/lib/db/schema/organizations";
import { brandColumns, toBrand } from "@/lib/livestreams/brand";
import { requireMembership } from "@/lib/organizations/membership";
import { administers } from "@/lib/organizations/organization";
import { Problem } from "@/lib/problem";

/** An organization's brand kit, for its members. */
export async function readBrand(db: Queries, accountId: string, orgId: string): Promise<Brand> {
  await requireMembership(db, orgId, accountId);
  const [row] = await db.select(brandColumns).from(brands).where(eq(brands.orgId, orgId));
  return toBrand(row ?? null);
}

export async function requireBrandAdmin(
  db: Queries,
  orgId: string,
  accountId: string,
): Promise<void> {
  if (administers(await requireMembership(db, orgId, accountId))) return;
  throw new Problem("not-allowed", "Only owners and admins can change the brand kit.");
}

/** The brand kits of the organizations that an account owns. */
export async function ownBrands(
  db: Queries,
  accountId: string,
): Promise<(Brand & { orgId: string })[]> {
  const rows = await db
    .select(brandColumns)
    .from(brands)
    .innerJoin(organizationMembers, eq(organizationMembers.orgId, brands.orgId))
    .where(
      and(eq(organizationMembers.accountId, accountId), eq(organizationMembers.role, "owner")),
    );
  return rows.map((row) => ({ ...toBrand(row), orgId: row.orgId }));
}
