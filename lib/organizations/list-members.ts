import "server-only";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import type { OrganizationMember } from "@/lib/contracts/organizations";
import { requireMembership } from "./membership";
import { presentMembers } from "./present-organization";

export async function listOrganizationMembers(
  { db }: Pick<Context, "db">,
  member: Account,
  orgId: string,
): Promise<OrganizationMember[]> {
  await requireMembership(db, orgId, member.id);
  return presentMembers(db, orgId);
}
