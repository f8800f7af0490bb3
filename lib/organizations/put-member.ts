import "server-only";
import type { Account } from "@/lib/accounts/account";
import { accountByHandle } from "@/lib/accounts/find-account";
import type { Context } from "@/lib/context";
import type { OrganizationMember, OrganizationRole } from "@/lib/contracts/organizations";
import { Problem } from "@/lib/problem";
import { changeMember } from "./change-member";
import { requireMembership } from "./membership";
import { presentMembers } from "./present-organization";

type Wanted = { orgId: string; handle: string; role: OrganizationRole };

/** Adds an account by its handle, or changes its role. */
export async function putMember(
  { db }: Pick<Context, "db">,
  by: Account,
  { orgId, handle, role }: Wanted,
): Promise<OrganizationMember[]> {
  await requireMembership(db, orgId, by.id);
  const account = await accountByHandle(db, handle);
  if (!account)
    throw new Problem("account-not-found", `There’s no account with the handle @${handle}.`);
  await db.transaction((tx) => changeMember(tx, by, { orgId, account, to: role }));
  return presentMembers(db, orgId);
}
