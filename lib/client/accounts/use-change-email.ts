"use client";

import { useState } from "react";
import { toast } from "@/lib/client/browser/toast";
import { call } from "@/lib/client/server-api/api";
import {
  type FormState,
  idle,
  refusedAt,
  refusedBy,
  sending,
} from "@/lib/client/server-api/form-state";
import { say } from "@/lib/client/server-api/say";
import type { changeEmail } from "@/lib/contracts/accounts/profile";

const fieldOf = { "wrong-password": "currentPassword", "email-taken": "email" };

/**
 * State of the form that changes the account's email address. `sentTo` is the address whose mailed link
 * finishes it. `onChanged` draws the page again.
 */
export function useChangeEmail(onChanged: () => void) {
  const [state, setState] = useState<FormState>(idle);
  const [sentTo, setSentTo] = useState<string | null>(null);

  async function submit(fields: FormData, form: HTMLFormElement) {
    const email = String(fields.get("email") ?? "").trim();
    const currentPassword = String(fields.get("currentPassword") ?? "");
    if (!email) return setState(refusedAt("email", say("accounts.sign-in.email-missing")));
    if (!currentPassword) {
      const message = say("accounts.change-password.current-missing");
      return setState(refusedAt("currentPassword", message));
    }
    setState(sending);
    try {
      const changed = await call<typeof changeEmail>("PUT", "/auth/email", {
        body: { email, currentPassword },
      });
      // Otherwise the address stays as it was, until the mailed link is opened.
      const isChanged = changed.email === email.toLowerCase();
      if (isChanged) toast.done(say("accounts.change-email.changed", { email: changed.email }));
      setSentTo(isChanged ? null : email);
    } catch (error) {
      return setState(refusedBy(error, fieldOf));
    }
    setState(idle);
    form.reset();
    onChanged();
  }

  return { state, sentTo, submit };
}
