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
import type { forgotPassword } from "@/lib/contracts/accounts/email-links";

/** State of the form that asks for a reset link. `sentTo` is the address once it was accepted. */
export function useForgotPassword() {
  const [state, setState] = useState<FormState>(idle);
  const [sentTo, setSentTo] = useState<string | null>(null);

  async function submit(fields: FormData) {
    const email = String(fields.get("email") ?? "").trim();
    if (!email) return setState(refusedAt("email", say("accounts.sign-in.email-missing")));
    setState(sending);
    try {
      await call<typeof forgotPassword>("POST", "/auth/forgot-password", { body: { email } });
    } catch (error) {
      return setState(refusedBy(error));
    }
    setSentTo(email);
  }

  return { state, sentTo, submit };
}
