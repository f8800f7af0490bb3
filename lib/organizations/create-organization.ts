import "server-only";
import type { Account } from "@/lib/accounts/account";
import { isFormerHandle } from "@/lib/accounts/former-handles";
import { isReservedHandle } from "@/lib/accounts/reserved-handles";
import type { Context } from "@/lib/context";
import type { Organization } from "@/lib/contracts/organizations";
import { brokenConstraint } from "@/lib/db/errors";
import { organizationMembers, organizations } from "@/lib/db/schema/organizations";
import { limit } from "@/lib/limits";
import { Problem } from "@/lib/problem";
import { presentOrganization } from "./present-organization";

/** Creates an organization with its founder as owner. Handles of accounts are taken as ids. */
export async function createOrganization(
  { db, now }: Pick<Context, "db" | "now">,
  founder: Account,
  wanted: { id: string; name: string },
): Promise<Organization> {
  // An id blocks the same handle for sign-ups, so one account must not take them all.
  await limit("organization", founder.id);
  if (isReservedHandle(wanted.id)) throw organizationTaken();
  try {
    await db.transaction(async (tx) => {
      await tx.insert(organizations).values({ ...wanted, foundedBy: founder.id, createdAt: now() });
      await tx
        .insert(organizationMembers)
        .values({ orgId: wanted.id, accountId: founder.id, role: "owner" });
      if (await isFormerHandle(tx, wanted.id)) throw organizationTaken();
    });
  } catch (error) {
    if (brokenConstraint(error) !== "organizations_pkey") throw error;
    throw organizationTaken();
  }
  return presentOrganization(db, founder.id, wanted.id);
}

const organizationTaken = () =>
  new Problem("organization-taken", "This ID is taken. Choose another one.");
