"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useNameAndHandle } from "@/lib/client/accounts/use-name-and-handle";
import { call } from "@/lib/client/server-api/api";
import {
  type FormState,
  idle,
  refusedAt,
  refusedBy,
  sending,
} from "@/lib/client/server-api/form-state";
import { say } from "@/lib/client/server-api/say";
import { suggestedHandle } from "@/lib/contracts/accounts/suggested-handle";
import type { createOrganization } from "@/lib/contracts/organizations";

/** The form for a new organization. */
export function useCreateOrganization(pageOf: (orgId: string) => string) {
  const [state, setState] = useState<FormState>(idle);
  const { name, handle: id } = useNameAndHandle(suggestedId);
  const router = useRouter();

  async function submit() {
    if (!name.value.trim())
      return setState(refusedAt("name", say("organizations.new.name-missing")));
    if (!id.value.trim()) return setState(refusedAt("id", say("organizations.new.id-missing")));
    setState(sending);
    try {
      const body = { id: id.value.trim(), name: name.value };
      const made = await call<typeof createOrganization>("POST", "/organizations", { body });
      router.push(pageOf(made.id));
    } catch (error) {
      setState(refusedBy(error, { "organization-taken": "id" }));
    }
  }

  return { state, submit, name, id };
}

const suggestedId = (name: string) => suggestedHandle(name).replaceAll("_", "-");
