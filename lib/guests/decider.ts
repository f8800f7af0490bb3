import { may, type Role } from "@/lib/grants/capabilities";

/** A person who might decide about a guest, with their current roles. */
export type Decider = {
  accountId: string;
  /** Their role in the livestream; null for none. */
  role: Role | null;
  /** The ids of the organizations they administer. */
  administers: ReadonlySet<string>;
};

export type InviteRule = {
  orgId: string;
  /** Null once the account is deleted. */
  createdBy: string | null;
  allowAll: boolean;
  allowedAdmins: readonly string[];
  /** Whether the invite's organization has no part in the show: see `outsideShow`. */
  outside: boolean;
};

/**
 * The livestream's hosts may always decide. With `allowAll` any admin of the invite's organization
 * may too, with `allowedAdmins` only those, and with neither the inviter while they are an admin.
 */
export const mayDecide = (decider: Decider, rule: InviteRule): boolean =>
  may(decider.role, "decide-guests") ||
  (isInviteAdmin(decider, rule) && may("invite-admin", "decide-guests"));

function isInviteAdmin(
  { accountId, administers }: Decider,
  { orgId, createdBy, allowAll, allowedAdmins, outside }: InviteRule,
): boolean {
  if (outside || !administers.has(orgId)) return false;
  if (allowAll) return true;
  return allowedAdmins.length > 0 ? allowedAdmins.includes(accountId) : createdBy === accountId;
}
