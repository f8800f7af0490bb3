"use client";

import { useEffect, useState } from "react";
import { signInWithPassword } from "@/lib/client/accounts/sign-in-with-password";
import { call } from "@/lib/client/server-api/api";
import { type FormState, idle, refusedBy, sending } from "@/lib/client/server-api/form-state";
import type { resetPassword } from "@/lib/contracts/passwords";

/** The form that a reset link opens. `token` is undefined until the address was read, null without one. */
export function useResetPassword() {
  const [token, setToken] = useState<string | null>();
  const [state, setState] = useState<FormState>(idle);
  useEffect(() => {
    const read = () => setToken(window.location.hash.slice(1) || null);
    read();
    // A link that is pasted over this page's address loads nothing.
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, []);

  async function submit(fields: FormData) {
    const password = String(fields.get("password") ?? "");
    setState(sending);
    try {
      const { email } = await call<typeof resetPassword>("POST", "/auth/reset-password", {
        body: { token: token ?? "", password },
      });
      const { signedIn } = await signInWithPassword(email, password);
      // Replaced, so that the used link is not a step back.
      window.location.replace(signedIn ? "/" : "/sign-in");
    } catch (error) {
      setState(refusedBy(error));
    }
  }

  return { token, state, submit };
}
