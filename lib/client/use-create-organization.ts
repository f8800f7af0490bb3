"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { call } from "@/lib/client/api";
import { type FormState, idle, refusedAt, refusedBy, sending } from "@/lib/client/form-state";
import { say } from "@/lib/client/say";
import { suggestedHandle } from "@/lib/client/suggested-handle";
import type { createOrganization } from "@/lib/contracts/organizations";

/** The form for a new organization: its id follows the name until the person writes another. */
export function useCreateOrganization(pageOf: (orgId: string) => string) {
  const [state, setState] = useState<FormState>(idle);
  const [name, setName] = useState("");
  const [ownId, setOwnId] = useState<string | null>(null);
  const router = useRouter();
  const id = ownId ?? suggestedHandle(name).replaceAll("_", "-");

  async function submit() {
    if (!name.trim()) return setState(refusedAt("name", say("organizations.new.name-missing")));
    if (!id.trim()) return setState(refusedAt("id", say("organizations.new.id-missing")));
    setState(sending);
    try {
      const body = { id: id.trim(), name };
      const made = await call<typeof createOrganization>("POST", "/organizations", { body });
      router.push(pageOf(made.id));
    } catch (error) {
      setState(refusedBy(error, { "organization-taken": "id" }));
    }
  }

  return {
    state,
    submit,
    name: { value: name, write: setName },
    id: { value: id, write: setOwnId },
  };
}
