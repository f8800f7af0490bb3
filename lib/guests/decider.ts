/** Somebody who might decide about a guest, with the roles they have now. */
export type Decider = {
  accountId: string;
  /** Whether they host the livestream. */
  hosts: boolean;
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
export function mayDecide(
  { accountId, hosts, administers }: Decider,
  { orgId, createdBy, allowAll, allowedAdmins, outside }: InviteRule,
): boolean {
  if (hosts) return true;
  if (outside || !administers.has(orgId)) return false;
  if (allowAll) return true;
  return allowedAdmins.length > 0 ? allowedAdmins.includes(accountId) : createdBy === accountId;
}
