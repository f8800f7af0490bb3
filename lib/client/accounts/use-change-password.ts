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
import type { changePassword } from "@/lib/contracts/accounts/passwords";

const fieldOf = { "wrong-password": "currentPassword" };

type Options = { hasPassword: boolean; onSaved: () => void };

/**
 * State of the form that changes the password of the signed-in account, or sets its first. `onSaved` draws the
 * page again.
 */
export function useChangePassword({ hasPassword, onSaved }: Options) {
  const [state, setState] = useState<FormState>(idle);

  async function submit(fields: FormData, form: HTMLFormElement) {
    const typed = String(fields.get("currentPassword") ?? "");
    const currentPassword = hasPassword ? typed : undefined;
    const password = String(fields.get("password") ?? "");
    if (currentPassword === "") {
      const message = say("accounts.change-password.current-missing");
      return setState(refusedAt("currentPassword", message));
    }
    setState(sending);
    try {
      await call<typeof changePassword>("PUT", "/auth/password", {
        body: { currentPassword, password },
      });
    } catch (error) {
      return setState(refusedBy(error, fieldOf));
    }
    setState(idle);
    form.reset();
    toast.done(
      say(hasPassword ? "accounts.change-password.changed" : "provider.first-password.set"),
    );
    onSaved();
  }

  return { state, submit };
}
