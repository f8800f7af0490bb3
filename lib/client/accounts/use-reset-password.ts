"use client";

import { useEffect, useState } from "react";
import { signInWithPassword } from "@/lib/client/accounts/sign-in-with-password";
import { call } from "@/lib/client/server-api/api";
import { type FormState, idle, refusedBy, sending } from "@/lib/client/server-api/form-state";
import type { resetPassword } from "@/lib/contracts/accounts/passwords";

/** State of the form that a reset link opens. `token` is undefined until the URL is read, null if it has none. */
export function useResetPassword() {
  const [token, setToken] = useState<string | null>();
  const [state, setState] = useState<FormState>(idle);
  useEffect(() => {
    const read = () => setToken(window.location.hash.slice(1) || null);
    read();
    // Pasting a link over this page's URL does not reload the page.
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
      // Replaced, so that Back does not return to the used link.
      window.location.replace(signedIn ? "/" : "/sign-in");
    } catch (error) {
      setState(refusedBy(error));
    }
  }

  return { token, state, submit };
}
