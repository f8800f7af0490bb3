import type { OrganizationRole } from "@/lib/contracts/organizations";

export const administers = (role: OrganizationRole | null) => role === "owner" || role === "admin";

type Change = {
  /** The role of the person making the change. */
  by: OrganizationRole;
  /** Null for non-members. */
  from: OrganizationRole | null;
  to: OrganizationRole | null;
};

const isPlain = (role: OrganizationRole | null) => role === "member" || role === null;

/** Owners manage every role; admins add and remove only plain members. */
export function mayChangeMember({ by, from, to }: Change): boolean {
  if (by === "owner") return true;
  return by === "admin" && isPlain(from) && isPlain(to);
}
