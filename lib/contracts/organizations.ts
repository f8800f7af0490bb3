import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { accountId, instant, line, orgId } from "@/lib/contracts/common/fields";
import { organizationNameMax } from "@/lib/contracts/common/limits";
import { handle } from "./accounts/auth";
import { person } from "./livestreams";

const organizationRole = z.enum(["owner", "admin", "member"]);
export type OrganizationRole = z.infer<typeof organizationRole>;

/** An organization as shown to one of its members. */
export const organization = z.object({
  id: orgId,
  name: z.string(),
  /** Your role in it. */
  role: organizationRole,
  members: z.int(),
  createdAt: instant,
});
export type Organization = z.infer<typeof organization>;

const organizationMember = z.object({ account: person, role: organizationRole });
export type OrganizationMember = z.infer<typeof organizationMember>;

const name = line(organizationNameMax);
const path = z.object({ orgId });
const members = z.object({ members: z.array(organizationMember) });

const exampleOrganization = {
  id: sample.orgId,
  name: "Acme Corporation",
  role: "owner",
  members: 2,
  createdAt: sample.at,
} as const;
const admin = {
  id: "u_7Kq2mVxRb4TzN9cHs3WfYe",
  handle: "grace",
  name: "Grace Hopper",
  picture: null,
};
const exampleMembers = {
  members: [
    { account: sample.person, role: "owner" },
    { account: admin, role: "admin" },
  ],
} satisfies z.input<typeof members>;

export const createOrganization = endpoint({
  method: "POST",
  path: "/organizations",
  summary:
    "Create an organization. You become its owner. Organization ids and account handles share " +
    "one namespace.",
  access: "account",
  scope: "organizations",
  status: 201,
  body: z.object({ id: orgId, name }),
  response: organization,
  errors: ["organization-taken", "too-many-requests"],
  example: {
    body: { id: sample.orgId, name: "Acme Corporation" },
    response: { ...exampleOrganization, members: 1 },
  },
});

export const listOrganizations = endpoint({
  method: "GET",
  path: "/organizations",
  summary: "List your organizations, oldest first, with your role in each.",
  access: "account",
  scope: "organizations",
  response: z.object({ organizations: z.array(organization) }),
  errors: [],
  example: { response: { organizations: [exampleOrganization] } },
});

export const readOrganization = endpoint({
  method: "GET",
  path: "/organizations/{orgId}",
  summary: "Get an organization. Members only.",
  access: "account",
  scope: "organizations",
  params: path,
  response: organization,
  errors: ["organization-not-found"],
  example: { params: { orgId: sample.orgId }, response: exampleOrganization },
});

export const renameOrganization = endpoint({
  method: "PATCH",
  path: "/organizations/{orgId}",
  summary: "Rename an organization. Its id stays the same. Owners and admins only.",
  access: "account",
  scope: "organizations",
  params: path,
  body: z.object({ name }),
  response: organization,
  errors: ["organization-not-found", "not-allowed"],
  example: {
    params: { orgId: sample.orgId },
    body: { name: "Acme Corporation" },
    response: exampleOrganization,
  },
});

export const listOrganizationMembers = endpoint({
  method: "GET",
  path: "/organizations/{orgId}/members",
  summary: "List an organization's members. Members only.",
  access: "account",
  scope: "organizations",
  params: path,
  response: members,
  errors: ["organization-not-found"],
  example: { params: { orgId: sample.orgId }, response: exampleMembers },
});

export const putOrganizationMember = endpoint({
  method: "PUT",
  path: "/organizations/{orgId}/members",
  summary:
    "Add an account or change its role. Owners can assign any role, admins can only add members.",
  access: "account",
  scope: "organizations",
  params: path,
  body: z.object({ handle, role: organizationRole }),
  response: members,
  errors: ["organization-not-found", "account-not-found", "not-allowed", "last-owner"],
  example: {
    params: { orgId: sample.orgId },
    body: { handle: "grace", role: "admin" },
    response: exampleMembers,
  },
});

export const removeOrganizationMember = endpoint({
  method: "DELETE",
  path: "/organizations/{orgId}/members/{accountId}",
  summary: "Remove an account, or leave. After you leave, the list of members is empty.",
  access: "account",
  scope: "organizations",
  params: z.object({ orgId, accountId }),
  response: members,
  errors: ["organization-not-found", "not-allowed", "last-owner"],
  example: {
    params: { orgId: sample.orgId, accountId: admin.id },
    response: { members: exampleMembers.members.slice(0, 1) },
  },
});
