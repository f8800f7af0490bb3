"use client";

import { useState } from "react";
import { call } from "@/lib/client/server-api/api";
import {
  type FormState,
  idle,
  refusedAt,
  refusedBy,
  sending,
} from "@/lib/client/server-api/form-state";
import { say } from "@/lib/client/server-api/say";
import type { Organization, renameOrganization } from "@/lib/contracts/organizations";

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
