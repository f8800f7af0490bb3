"use client";

import { useState } from "react";
import { signInWithPassword } from "@/lib/client/accounts/sign-in-with-password";
import {
  type FormState,
  idle,
  refused,
  refusedAt,
  sending,
} from "@/lib/client/server-api/form-state";
import { say } from "@/lib/client/server-api/say";

/** State of the sign-in form. `next` is a path on this site. */
export function useSignIn(next: string) {
  const [state, setState] = useState<FormState>(idle);

  async function submit(fields: FormData) {
    const email = String(fields.get("email") ?? "").trim();
    const password = String(fields.get("password") ?? "");
    if (!email) return setState(refusedAt("email", say("accounts.sign-in.email-missing")));
    if (!password) return setState(refusedAt("password", say("accounts.sign-in.password-missing")));
    setState(sending);
    const answer = await signInWithPassword(email, password);
    if (!answer.signedIn) return setState(refused(answer.message));
    // A full page load, so that nothing rendered while signed out remains.
    window.location.assign(next);
  }

  return { state, submit };
}
