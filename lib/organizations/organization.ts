import type { OrganizationRole } from "@/lib/contracts/organizations";

export const administers = (role: OrganizationRole | null) => role === "owner" || role === "admin";

type Change = {
  /** The role of whoever makes the change. */
  by: OrganizationRole;
  /** Null is no member. */
  from: OrganizationRole | null;
  to: OrganizationRole | null;
};

const isPlain = (role: OrganizationRole | null) => role === "member" || role === null;

/** Owners manage every role; admins bring in and send out plain members only. */
export function mayChangeMember({ by, from, to }: Change): boolean {
  if (by === "owner") return true;
  return by === "admin" && isPlain(from) && isPlain(to);
}
