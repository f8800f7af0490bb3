/** Somebody who might decide about a guest. Being an admin is asked when it is decided. */
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
};

/**
 * Who may admit by an invite: with `allowAll` any admin of its organization, with `allowedAdmins`
 * just these, with neither the inviter and the livestream's hosts.
 */
export function mayDecide(
  { accountId, hosts, administers }: Decider,
  { orgId, createdBy, allowAll, allowedAdmins }: InviteRule,
): boolean {
  if (!allowAll && allowedAdmins.length === 0) return hosts || createdBy === accountId;
  return administers.has(orgId) && (allowAll || allowedAdmins.includes(accountId));
}

/** Who sees a guest and may write to them: the livestream's hosts, and whoever may decide. */
export const hasSay = (decider: Decider, invite: InviteRule): boolean =>
  decider.hosts || mayDecide(decider, invite);
