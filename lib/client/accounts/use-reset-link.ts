"use client";

import { useState } from "react";
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
import type { createResetLink } from "@/lib/contracts/accounts/passwords";

const fieldOf = { "account-not-found": "handle", "not-allowed": "handle" };

/** State of an admin's form that creates a reset link. The link is kept in this page only. */
export function useResetLink() {
  const [state, setState] = useState<FormState>(idle);
  const [link, setLink] = useState<{ handle: string; url: string } | null>(null);

  async function submit(fields: FormData, form: HTMLFormElement) {
    const handle = typedHandle(String(fields.get("handle") ?? ""));
    if (!handle) return setState(refusedAt("handle", say("accounts.reset-links.handle-missing")));
    setState(sending);
    setLink(null);
    try {
      const { url } = await call<typeof createResetLink>(
        "POST",
        "/accounts/{handle}/password-reset",
        { params: { handle } },
      );
      setLink({ handle, url });
      setState(idle);
      form.reset();
    } catch (error) {
      setState(refusedBy(error, fieldOf));
    }
  }

  return { state, link, submit };
}
