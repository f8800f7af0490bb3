"use client";

import { useState } from "react";
import { refusedAt } from "@/lib/client/server-api/form-state";
import { say } from "@/lib/client/server-api/say";
import { keepDays } from "@/lib/contracts/common/limits";
import { daysIn, isShorter, type Retention, retentionFields } from "./retention";
import { useSettingsForm } from "./use-settings-form";

/** State of the form with the retention. What gets shorter has to be confirmed: it deletes data. */
export function useRetention(current: Retention, onSaved: () => void) {
  const { state, refuse, save } = useSettingsForm(onSaved);
  const [asked, setAsked] = useState<Retention | null>(null);

  function submit(fields: FormData) {
    const wanted = {} as Retention;
    for (const field of retentionFields) {
      const days = daysIn(String(fields.get(field) ?? ""));
      if (days === undefined) {
        return refuse(refusedAt(field, say("settings.retention.invalid", { max: keepDays.max })));
      }
      wanted[field] = days;
    }
    if (retentionFields.some((field) => isShorter(wanted[field], current[field]))) setAsked(wanted);
    else void save(wanted);
  }

  return {
    state,
    submit,
    /** The fields that get shorter; empty if nothing has to be confirmed. */
    shorter: retentionFields.filter((field) => asked && isShorter(asked[field], current[field])),
    confirm: async () => {
      if (asked) await save(asked);
    },
    cancel: () => setAsked(null),
  };
}
