import "server-only";
import type { Account } from "@/lib/accounts/account";
import { accountByHandle, accountByIdOrHandle } from "@/lib/accounts/find-account";
import type { Context } from "@/lib/context";
import type { OrganizationMember, OrganizationRole } from "@/lib/contracts/organizations";
import { changeMember } from "@/lib/organizations/change-member";
import { requireMembership } from "@/lib/organizations/membership";
import { presentMembers } from "@/lib/organizations/present-organization";
import { Problem } from "@/lib/problem";
import { mirrorBrands } from "./mirror-brands";

type Wanted = { orgId: string; handle: string; role: OrganizationRole };
type Changing = Pick<Context, "db" | "livekit">;

/** Adds an account by its handle, or changes its role. */
export async function putMember(
  context: Changing,
  by: Account,
  { orgId, handle, role }: Wanted,
): Promise<OrganizationMember[]> {
  const { db } = context;
  await requireMembership(db, orgId, by.id);
  const account = await accountByHandle(db, handle);
  if (!account)
    throw new Problem("account-not-found", `There’s no account with the handle @${handle}.`);
  await change(context, by, { orgId, account, to: role });
  return presentMembers(db, orgId);
}

/**
 * Removes an account, or lets it leave. Removing twice does nothing. An account that left gets no
 * member list.
 */
export async function removeMember(
  context: Changing,
  by: Account,
  { orgId, accountId }: { orgId: string; accountId: string },
): Promise<OrganizationMember[]> {
  const found = await accountByIdOrHandle(context.db, accountId);
  const account = found ?? { id: accountId, handle: "" };
  await change(context, by, { orgId, account, to: null });
  return account.id === by.id ? [] : presentMembers(context.db, orgId);
}

async function change(
  context: Changing,
  by: Account,
  wanted: Parameters<typeof changeMember>[2],
): Promise<void> {
  const rebranded = await context.db.transaction((tx) => changeMember(tx, by, wanted));
  await mirrorBrands(context, rebranded);
}
