"use client";

import { call } from "@/lib/client/server-api/api";
import { useLoaded } from "@/lib/client/server-api/use-loaded";
import type { listOrganizations, Organization } from "@/lib/contracts/organizations";

/** The reader's organizations except this one; none until they are loaded. */
export function useOtherOrganizations(orgId: string): Organization[] {
  const { value } = useLoaded("mine", askMine);
  return value?.filter(({ id }) => id !== orgId) ?? [];
}

async function askMine(signal: AbortSignal): Promise<Organization[]> {
  const found = await call<typeof listOrganizations>("GET", "/organizations", {}, signal);
  return found.organizations;
}
