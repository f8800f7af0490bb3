import { randomBytes } from "node:crypto";
import {
  createOrganization,
  type OrganizationRole,
  putOrganizationMember,
} from "@/lib/contracts/organizations";
import type { Person } from "./factories";

/** An id that no other test uses, with a hyphen, which handles cannot have. */
export const uniqueOrgId = () => `acme-${randomBytes(6).toString("hex")}`;

/** Creates an organization; returns its id. */
export async function anOrganization(owner: Person, name = "Acme"): Promise<string> {
  return (await owner.api.ok(createOrganization, { body: { id: uniqueOrgId(), name } })).id;
}

export async function enroll(
  owner: Person,
  orgId: string,
  { handle }: Pick<Person, "handle">,
  role: OrganizationRole,
): Promise<void> {
  await owner.api.ok(putOrganizationMember, { params: { orgId }, body: { handle, role } });
}
