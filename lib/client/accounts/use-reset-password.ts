"use client";

import { useState } from "react";
import { signInWithPassword } from "@/lib/client/accounts/sign-in-with-password";
import { call } from "@/lib/client/server-api/api";
import { type FormState, idle, refusedBy, sending } from "@/lib/client/server-api/form-state";
import type { resetPassword } from "@/lib/contracts/accounts/passwords";
import { useLinkSecret } from "./use-link-secret";

/** State of the form that a reset link opens. */
export function useResetPassword() {
  const { token, over } = useLinkSecret("reset-password");
  const [state, setState] = useState<FormState>(idle);

  async function submit(fields: FormData) {
    const password = String(fields.get("password") ?? "");
    setState(sending);
    try {
      const { email } = await call<typeof resetPassword>("POST", "/auth/reset-password", {
        body: { token: token ?? "", password },
      });
      const { signedIn } = await signInWithPassword(email, password);
      // Replaced, so that Back does not return to the used link.
      window.location.replace(signedIn ? "/" : "/sign-in");
    } catch (error) {
      setState(refusedBy(error));
    }
  }

  return { token, over, state, submit };
}
