import { may, type Role } from "@/lib/grants/capabilities";

/** Somebody who might decide about a guest, with the roles they have now. */
export type Decider = {
  accountId: string;
  /** What they are to the livestream; null is nothing. */
  role: Role | null;
  /** The ids of the organizations they are an admin of. */
  administers: ReadonlySet<string>;
};

export type InviteRule = {
  orgId: string;
  createdBy: string;
  allowAll: boolean;
  allowedAdmins: readonly string[];
  /** Whether the invite's organization has no part in the show: see `outsideShow`. */
  outside: boolean;
};

/**
 * The livestream's hosts always may: it is their stage. Beside them, with `allowAll` any admin of the
 * invite's organization, with `allowedAdmins` just these, with neither the inviter while an admin.
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
