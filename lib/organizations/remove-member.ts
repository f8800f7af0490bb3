import "server-only";
import type { Account } from "@/lib/accounts/account";
import { accountByIdOrHandle } from "@/lib/accounts/find-account";
import type { Context } from "@/lib/context";
import type { OrganizationMember } from "@/lib/contracts/organizations";
import { changeMember } from "./change-member";
import { presentMembers } from "./present-organization";

/**
 * Removes an account, or lets it leave. Removing twice does nothing. An account that left gets no
 * member list.
 */
export async function removeMember(
  { db }: Pick<Context, "db">,
  by: Account,
  { orgId, accountId }: { orgId: string; accountId: string },
): Promise<OrganizationMember[]> {
  const found = await accountByIdOrHandle(db, accountId);
  const account = found ?? { id: accountId, handle: "" };
  await db.transaction((tx) => changeMember(tx, by, { orgId, account, to: null }));
  return account.id === by.id ? [] : presentMembers(db, orgId);
}
