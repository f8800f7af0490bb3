/** An account's role in the installation. */
export type AccountRole = "user" | "admin" | "super_admin";

type Over = { admin: readonly AccountRole[]; super_admin: readonly AccountRole[] };

const nobody = [] as const;
const users = ["user"] as const;
const othersOfSuperAdmin = ["user", "admin"] as const;
const everyone = ["user", "admin", "super_admin"] as const;

/**
 * The one table of whose accounts admins may act on, beside the table of a livestream's roles. Their own
 * role is in no row where it would lock them out: no one suspends or demotes themselves.
 */
export const accountCapabilities = {
  /** A reset link gives access to the account, so an admin gets none for an account with as much power. */
  "reset-password": { admin: users, super_admin: everyone },
  "end-sessions": { admin: users, super_admin: everyone },
  suspend: { admin: users, super_admin: othersOfSuperAdmin },
  "change-role": { admin: nobody, super_admin: othersOfSuperAdmin },
  "hand-over": { admin: nobody, super_admin: othersOfSuperAdmin },
} as const satisfies Record<string, Over>;

export type AccountAction = keyof typeof accountCapabilities;

/** Whether a person with the role `by` may do this to an account with the role `to`. */
export const mayActOn = (by: AccountRole, action: AccountAction, to: AccountRole): boolean =>
  by !== "user" && (accountCapabilities[action][by] as readonly AccountRole[]).includes(to);
