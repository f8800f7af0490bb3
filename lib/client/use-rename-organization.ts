"use client";

import { useState } from "react";
import type { Organization, renameOrganization } from "@/lib/contracts/organizations";
import { call } from "./api";
import { type FormState, idle, refusedAt, refusedBy, sending } from "./form-state";
import { say } from "./say";

export function useRenameOrganization(orgId: string, onRenamed: (renamed: Organization) => void) {
  const [state, setState] = useState<FormState>(idle);

  async function submit(name: string) {
    if (!name.trim()) return setState(refusedAt("name", say("organizations.new.name-missing")));
    setState(sending);
    try {
      const renamed = await call<typeof renameOrganization>("PATCH", "/organizations/{orgId}", {
        params: { orgId },
        body: { name },
      });
      setState(idle);
      onRenamed(renamed);
    } catch (error) {
      setState(refusedBy(error));
    }
  }

  return { state, submit };
}
