"use client";

import { useState } from "react";
import { signInWithPassword } from "@/lib/client/accounts/sign-in-with-password";
import { typedHandle } from "@/lib/client/browser/typed-handle";
import { call } from "@/lib/client/server-api/api";
import {
  errorAt,
  type FormState,
  idle,
  refusedAt,
  refusedBy,
  sending,
} from "@/lib/client/server-api/form-state";
import { say } from "@/lib/client/server-api/say";
import type { finishSignUp } from "@/lib/contracts/accounts/email-links";
import { takeNext } from "./after-sign-up";
import { useLinkSecret } from "./use-link-secret";

const fieldOf = { "wrong-password": "password", "handle-taken": "handle" };

/** State of the form that a sign-up's link opens. `asksHandle` once someone has taken the chosen one. */
export function useFinishSignUp() {
  const { token, over } = useLinkSecret("finish-sign-up");
  const [state, setState] = useState<FormState>(idle);
  const [asksHandle, setAsksHandle] = useState(false);

  async function submit(fields: FormData) {
    const password = String(fields.get("password") ?? "");
    const handle = typedHandle(String(fields.get("handle") ?? "")) || undefined;
    if (!password) return setState(refusedAt("password", say("accounts.sign-in.password-missing")));
    setState(sending);
    try {
      const { profile } = await call<typeof finishSignUp>("POST", "/auth/finish-sign-up", {
        body: { token: token ?? "", password, handle },
      });
      const { signedIn } = await signInWithPassword(profile.email, password);
      // Replaced, so that Back does not return to the used link.
      window.location.replace(signedIn ? takeNext() : "/sign-in");
    } catch (error) {
      const refused = refusedBy(error, fieldOf);
      if (errorAt(refused, "handle")) setAsksHandle(true);
      setState(refused);
    }
  }

  return { token, over, state, asksHandle, submit };
}
