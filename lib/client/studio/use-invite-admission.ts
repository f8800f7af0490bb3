"use client";

import { useState } from "react";
import { call } from "@/lib/client/server-api/api";
import { say } from "@/lib/client/server-api/say";
import { useLoaded } from "@/lib/client/server-api/use-loaded";
import type {
  listOrganizationMembers,
  listOrganizations,
  Organization,
  OrganizationMember,
} from "@/lib/contracts/organizations";

type WhoAdmits = "hosts" | "any-admin" | "named-admins";

/** An invite's admission rule. `allowedAdmins` is never empty if specific admins were chosen. */
export type InviteAdmission = { orgId: string; allowAll: boolean; allowedAdmins: string[] };

/** Chooses the admission rule of a new invite. Organizations and admins are loaded on demand. */
export function useInviteAdmission(ownOrgId: string) {
  const [who, setWho] = useState<WhoAdmits>("hosts");
  const [orgId, setOrgId] = useState(ownOrgId);
  const [named, setNamed] = useState<string[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const organizations = useLoaded(who === "hosts" ? null : "mine", askMine);
  const admins = useLoaded(who === "named-admins" ? orgId : null, (signal) =>
    askAdmins(orgId, signal),
  );

  function choose(next: Partial<{ who: WhoAdmits; orgId: string }>) {
    setProblem(null);
    setNamed([]);
    if (next.who) setWho(next.who);
    if (next.orgId) setOrgId(next.orgId);
  }

  function name(accountId: string, wanted: boolean) {
    setProblem(null);
    setNamed((before) => [
      ...before.filter((id) => id !== accountId),
      ...(wanted ? [accountId] : []),
    ]);
  }

  /** The rule, or null with a problem to show if it is incomplete. */
  function rule(): InviteAdmission | null {
    if (who === "hosts") return { orgId: ownOrgId, allowAll: false, allowedAdmins: [] };
    if (who === "any-admin") return { orgId, allowAll: true, allowedAdmins: [] };
    // An empty list would leave the decision to the hosts, which was not chosen.
    if (named.length > 0) return { orgId, allowAll: false, allowedAdmins: named };
    setProblem(say("studio.invite.choose-admin"));
    return null;
  }

  return { who, orgId, named, organizations, admins, problem, choose, name, rule };
}

async function askMine(signal: AbortSignal): Promise<Organization[]> {
  const found = await call<typeof listOrganizations>("GET", "/organizations", {}, signal);
  return found.organizations;
}

async function askAdmins(orgId: string, signal: AbortSignal): Promise<OrganizationMember[]> {
  const { members } = await call<typeof listOrganizationMembers>(
    "GET",
    "/organizations/{orgId}/members",
    { params: { orgId } },
    signal,
  );
  return members.filter(({ role }) => role !== "member");
}
