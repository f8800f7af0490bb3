import type { OrganizationRole } from "@/lib/contracts/organizations";

export const organizationsPath = "/account/organizations";
export const organizationPath = (orgId: string) => `${organizationsPath}/${orgId}`;

export const roleWords = {
  owner: "Owner",
  admin: "Admin",
  member: "Member",
} satisfies Record<OrganizationRole, string>;

export const membersWords = (count: number) => (count === 1 ? "1 member" : `${count} members`);
