"use client";

import { useState } from "react";
import type {
  OrganizationMember,
  OrganizationRole,
  putOrganizationMember,
  removeOrganizationMember,
} from "@/lib/contracts/organizations";
import { call } from "./api";
import { type FormState, idle, refusedBy, sending } from "./form-state";

export type OrganizationMembers = {
  members: OrganizationMember[];
  /** The form for a new member. */
  state: FormState;
  /** Resolves to whether it worked. */
  add: (handle: string, role: OrganizationRole) => Promise<boolean>;
  /** @throws ApiError */
  change: (handle: string, role: OrganizationRole) => Promise<void>;
  /** @throws ApiError */
  remove: (accountId: string) => Promise<void>;
};

/** Who is in an organization, as the page found it and as it is changed here. */
export function useOrganizationMembers(
  orgId: string,
  found: OrganizationMember[],
): OrganizationMembers {
  const [members, setMembers] = useState(found);
  const [state, setState] = useState<FormState>(idle);

  async function change(handle: string, role: OrganizationRole) {
    const answer = await call<typeof putOrganizationMember>(
      "PUT",
      "/organizations/{orgId}/members",
      { params: { orgId }, body: { handle, role } },
    );
    setMembers(answer.members);
  }

  async function add(handle: string, role: OrganizationRole) {
    setState(sending);
    try {
      await change(handle.trim().replace(/^@/, ""), role);
      setState(idle);
      return true;
    } catch (error) {
      setState(refusedBy(error, { "account-not-found": "handle" }));
      return false;
    }
  }

  async function remove(accountId: string) {
    const answer = await call<typeof removeOrganizationMember>(
      "DELETE",
      "/organizations/{orgId}/members/{accountId}",
      { params: { orgId, accountId } },
    );
    setMembers(answer.members);
  }

  return { members, state, add, change, remove };
}
