"use client";

import { useState } from "react";
import { toast } from "@/lib/client/browser/toast";
import { typedHandle } from "@/lib/client/browser/typed-handle";
import { call } from "@/lib/client/server-api/api";
import {
  type FormState,
  idle,
  refusedAt,
  refusedBy,
  sending,
} from "@/lib/client/server-api/form-state";
import { say } from "@/lib/client/server-api/say";
import type { editProfile } from "@/lib/contracts/accounts/profile";

/** State of the form with the account's name and handle. `onSaved` draws the page again. */
export function useEditProfile(onSaved: () => void) {
  const [state, setState] = useState<FormState>(idle);

  async function submit(fields: FormData) {
    const name = String(fields.get("name") ?? "");
    const handle = typedHandle(String(fields.get("handle") ?? ""));
    if (!name.trim()) return setState(refusedAt("name", say("accounts.profile.name-missing")));
    setState(sending);
    try {
      await call<typeof editProfile>("PATCH", "/auth/my-profile", { body: { name, handle } });
    } catch (error) {
      return setState(refusedBy(error, { "handle-taken": "handle" }));
    }
    setState(idle);
    toast.done(say("accounts.profile.saved"));
    onSaved();
  }

  return { state, submit };
}
