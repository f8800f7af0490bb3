"use client";

import { useState } from "react";
import { typedHandle } from "@/lib/client/browser/typed-handle";
import { type FormState, idle, refusedBy, sending } from "@/lib/client/server-api/form-state";

export type AddMember<Role> = {
  state: FormState;
  /** Resolves to whether it worked. */
  add: (handle: string, role: Role) => Promise<boolean>;
};

/** The form that adds an account as a member, by handle. */
export function useAddMember<Role>(
  put: (handle: string, role: Role) => Promise<void>,
): AddMember<Role> {
  const [state, setState] = useState<FormState>(idle);

  async function add(handle: string, role: Role) {
    setState(sending);
    try {
      await put(typedHandle(handle), role);
      setState(idle);
      return true;
    } catch (error) {
      setState(refusedBy(error, { "account-not-found": "handle" }));
      return false;
    }
  }

  return { state, add };
}
