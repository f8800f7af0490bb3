"use client";

import { useState } from "react";
import { signInWithPassword } from "@/lib/client/accounts/sign-in-with-password";
import { useNameAndHandle } from "@/lib/client/accounts/use-name-and-handle";
import { call } from "@/lib/client/server-api/api";
import { type FormState, idle, refusedBy, sending } from "@/lib/client/server-api/form-state";
import type { signUp } from "@/lib/contracts/accounts/auth";
import { suggestedHandle } from "@/lib/contracts/accounts/suggested-handle";
import { rememberNext } from "./after-sign-up";

const fieldOf = { "email-taken": "email", "handle-taken": "handle", "sign-up-domain": "email" };

type With = {
  /** The founder code. */
  code?: string;
  /** The secret in an admin's link. */
  link?: string | null;
};

/** State of the sign-up form. `sentTo` is the address whose mailed link finishes it. */
export function useSignUp(next: string, { code, link }: With) {
  const [state, setState] = useState<FormState>(idle);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const named = useNameAndHandle(suggestedHandle);

  async function submit(fields: FormData) {
    const text = (field: string) => String(fields.get(field) ?? "");
    const email = text("email").trim();
    const password = text("password");
    const named = { name: text("name"), handle: text("handle") };
    const body = { ...named, email, password, code, link: link ?? undefined };
    setState(sending);
    try {
      const { profile } = await call<typeof signUp>("POST", "/auth/sign-up", { body });
      if (!profile) {
        rememberNext(next);
        return setSentTo(email);
      }
    } catch (error) {
      return setState(refusedBy(error, fieldOf));
    }
    const { signedIn } = await signInWithPassword(email, password);
    // The account exists either way. If signing in failed, continue on the sign-in page.
    window.location.assign(signedIn ? next : `/sign-in?next=${encodeURIComponent(next)}`);
  }

  return { state, sentTo, submit, ...named };
}
