"use client";

import { signIn } from "next-auth/react";
import { useState } from "react";
import { call } from "@/lib/client/server-api/api";
import {
  type FormState,
  idle,
  refused,
  refusedAt,
  refusedBy,
  sending,
} from "@/lib/client/server-api/form-state";
import { say } from "@/lib/client/server-api/say";
import { unreachable } from "@/lib/client/server-api/unreachable";
import type { allowLinking, unlinkIdentity } from "@/lib/contracts/accounts/linked-identity";
import { providerId } from "@/lib/contracts/common/provider";

/** Links the account with the provider, once the password is confirmed, and unlinks it. */
export function useLinkedIdentity() {
  const [state, setState] = useState<FormState>(idle);

  async function link(fields: FormData) {
    const currentPassword = String(fields.get("currentPassword") ?? "");
    if (!currentPassword) {
      return setState(refusedAt("currentPassword", say("provider.password-missing")));
    }
    setState(sending);
    try {
      await call<typeof allowLinking>("POST", "/auth/linked-identity", {
        body: { currentPassword },
      });
    } catch (error) {
      return setState(refusedBy(error, { "wrong-password": "currentPassword" }));
    }
    try {
      await signIn(providerId, { callbackUrl: "/account" });
      setState(idle);
    } catch {
      setState(refused(unreachable()));
    }
  }

  /** @throws ApiError */
  const unlink = () => call<typeof unlinkIdentity>("DELETE", "/auth/linked-identity", {});

  return { state, link, unlink };
}
