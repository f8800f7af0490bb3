"use client";

import { useState } from "react";
import { call } from "@/lib/client/server-api/api";
import { type FormState, idle, refusedBy, sending } from "@/lib/client/server-api/form-state";
import type { createResetLink } from "@/lib/contracts/accounts/passwords";

/** Creates a reset link for an account. It is kept in this dialog only. */
export function useResetLink(handle: string) {
  const [state, setState] = useState<FormState>(idle);
  const [url, setUrl] = useState<string | null>(null);

  async function create() {
    setState(sending);
    try {
      const made = await call<typeof createResetLink>("POST", "/accounts/{handle}/password-reset", {
        params: { handle },
      });
      setUrl(made.url);
      setState(idle);
    } catch (error) {
      setState(refusedBy(error));
    }
  }

  return { state, url, create };
}
