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
import type { handOver } from "@/lib/contracts/admin/accounts";

const fieldOf = { "wrong-password": "currentPassword" };

/** State of the form that makes another account the super admin. */
export function useHandOver(handle: string, onDone: () => void) {
  const [state, setState] = useState<FormState>(idle);

  async function submit(fields: FormData) {
    const currentPassword = String(fields.get("currentPassword") ?? "");
    if (!currentPassword) {
      return setState(refusedAt("currentPassword", say("admin.accounts.password-missing")));
    }
    setState(sending);
    try {
      await call<typeof handOver>("POST", "/accounts/{handle}/super-admin", {
        params: { handle },
        body: { currentPassword },
      });
      onDone();
    } catch (error) {
      setState(refusedBy(error, fieldOf));
    }
  }

  return { state, submit };
}
