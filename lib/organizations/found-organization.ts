import "server-only";
import { eq } from "drizzle-orm";
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

/** The account's own organization keeps its handle as id, wherever it is named. */
export async function movePersonalOrganization(
  tx: Queries,
  before: string,
  handle: string,
): Promise<void> {
  await tx.update(organizations).set({ id: handle }).where(eq(organizations.id, before));
}
