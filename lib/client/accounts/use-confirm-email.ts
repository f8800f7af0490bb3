"use client";

import { useState } from "react";
import { call } from "@/lib/client/server-api/api";
import { type FormState, idle, refusedBy, sending } from "@/lib/client/server-api/form-state";
import type { confirmEmail } from "@/lib/contracts/accounts/email-links";
import { useLinkSecret } from "./use-link-secret";

/** State of the page that the link to a new email address opens. `email` is set once it is confirmed. */
export function useConfirmEmail() {
  const { token, over } = useLinkSecret("confirm-email");
  const [state, setState] = useState<FormState>(idle);
  const [email, setEmail] = useState<string | null>(null);

  // On a press, because mail scanners open links as well.
  async function submit() {
    setState(sending);
    try {
      const confirmed = await call<typeof confirmEmail>("POST", "/auth/confirm-email", {
        body: { token: token ?? "" },
      });
      setEmail(confirmed.email);
    } catch (error) {
      setState(refusedBy(error));
    }
  }

  return { token, over, state, email, submit };
}
