"use client";

import { useState } from "react";
import {
  type FormState,
  idle,
  refusedAt,
  refusedBy,
  sending,
} from "@/lib/client/server-api/form-state";
import { say } from "@/lib/client/server-api/say";

type Acting = {
  /** @throws ApiError */
  act: (reason: string) => Promise<void>;
  onDone: () => void;
};

/** State of a form that asks for the reason of a decision. */
export function useReasonForm({ act, onDone }: Acting) {
  const [state, setState] = useState<FormState>(idle);

  async function submit(fields: FormData) {
    const reason = String(fields.get("reason") ?? "").trim();
    if (!reason) return setState(refusedAt("reason", say("admin.reason-missing")));
    setState(sending);
    try {
      await act(reason);
      onDone();
    } catch (error) {
      setState(refusedBy(error));
    }
  }

  return { state, submit };
}
