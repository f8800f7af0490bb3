"use client";

import { useState } from "react";
import { call } from "@/lib/client/server-api/api";
import {
  type FormState,
  idle,
  refused,
  refusedBy,
  sending,
} from "@/lib/client/server-api/form-state";
import { say } from "@/lib/client/server-api/say";
import { reportReasons } from "@/lib/contracts/common/report-reasons";
import type { reportLivestream, reportMessage } from "@/lib/contracts/reports";

/** A message, or with `seq` null the livestream itself. */
type Subject = { mint: string; seq: number | null };

/** State of the form that reports a message or a livestream. */
export function useReport({ mint, seq }: Subject, onDone: () => void) {
  const [state, setState] = useState<FormState>(idle);

  async function submit(fields: FormData) {
    const reason = reportReasons.find((each) => each === fields.get("reason"));
    if (!reason) return setState(refused(say("chat.report.reason-missing")));
    const body = { reason, note: String(fields.get("note") ?? "") };
    setState(sending);
    try {
      await (seq === null
        ? call<typeof reportLivestream>("POST", "/livestreams/{mint}/reports", {
            params: { mint },
            body,
          })
        : call<typeof reportMessage>("POST", "/livestreams/{mint}/chat/{seq}/reports", {
            params: { mint, seq },
            body,
          }));
      onDone();
    } catch (error) {
      setState(refusedBy(error));
    }
  }

  return { state, submit };
}
