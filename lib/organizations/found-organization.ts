import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Queries } from "@/lib/db/client";
import { organizationMembers, organizations } from "@/lib/db/schema/organizations";

/** Every account owns an organization named after its handle, so that every invite has one. */
export async function foundPersonalOrganization(
  tx: Queries,
  account: { id: string; handle: string; name: string },
): Promise<void> {
  await tx
    .insert(organizations)
    .values({ id: account.handle, name: account.name, foundedBy: account.id });
  await tx
    .insert(organizationMembers)
    .values({ orgId: account.handle, accountId: account.id, role: "owner" });
}

type Named = { handle: string; name: string };

/**
 * The account's own organization keeps its handle as id, wherever it is named, and its name unless it was
 * given another.
 */
export async function changePersonalOrganization(
  tx: Queries,
  before: Named,
  after: Named,
): Promise<void> {
  const { id, name } = organizations;
  await tx
    .update(organizations)
    .set({
      id: after.handle,
      name: sql`case when ${name} = ${before.name} then ${after.name} else ${name} end`,
    })
    .where(eq(id, before.handle));
}
