import "server-only";
import { eq } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import type { Organization } from "@/lib/contracts/organizations";
import { organizations } from "@/lib/db/schema/organizations";
import { Problem } from "@/lib/problem";
import { holdOrganization, requireMembership } from "./membership";
import { administers } from "./organization";
import { presentOrganization } from "./present-organization";

export async function renameOrganization(
  { db }: Pick<Context, "db">,
  admin: Account,
  { orgId, name }: { orgId: string; name: string },
): Promise<Organization> {
  await db.transaction(async (tx) => {
    await holdOrganization(tx, orgId);
    if (!administers(await requireMembership(tx, orgId, admin.id))) {
      throw new Problem("not-allowed", "Only owners and admins can rename the organization.");
    }
    await tx.update(organizations).set({ name }).where(eq(organizations.id, orgId));
  });
  return presentOrganization(db, admin.id, orgId);
}
