"use client";

import { useState } from "react";
import { call } from "@/lib/client/server-api/api";
import type {
  OrganizationMember,
  OrganizationRole,
  putOrganizationMember,
  removeOrganizationMember,
} from "@/lib/contracts/organizations";
import { type AddMember, useAddMember } from "./use-add-member";

export type OrganizationMembers = AddMember<OrganizationRole> & {
  members: OrganizationMember[];
  /** @throws ApiError */
  change: (handle: string, role: OrganizationRole) => Promise<void>;
  /** @throws ApiError */
  remove: (accountId: string) => Promise<void>;
};

/** An organization's members: as rendered on the server, with changes made here. */
export function useOrganizationMembers(
  orgId: string,
  found: OrganizationMember[],
): OrganizationMembers {
  const [members, setMembers] = useState(found);

  async function change(handle: string, role: OrganizationRole) {
    const answer = await call<typeof putOrganizationMember>(
      "PUT",
      "/organizations/{orgId}/members",
      { params: { orgId }, body: { handle, role } },
    );
    setMembers(answer.members);
  }

  async function remove(accountId: string) {
    const answer = await call<typeof removeOrganizationMember>(
      "DELETE",
      "/organizations/{orgId}/members/{accountId}",
      { params: { orgId, accountId } },
    );
    setMembers(answer.members);
  }

  const { state, add } = useAddMember(change);
  return { members, state, add, change, remove };
}
