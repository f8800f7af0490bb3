"use client";

import { useState } from "react";
import { refusedAt } from "@/lib/client/server-api/form-state";
import { say } from "@/lib/client/server-api/say";
import { keepDays } from "@/lib/contracts/common/limits";
import {
  daysIn,
  isShorter,
  type Retention,
  type RetentionField,
  retentionFields,
} from "./retention";
import type { ShownSettings } from "./use-installation-settings";
import { useSettingsForm } from "./use-settings-form";

type Asked = { wanted: Retention; shorter: RetentionField[] };

/** State of the form with the retention. What gets shorter has to be confirmed: it deletes data. */
export function useRetention(shown: ShownSettings) {
  const { state, refuse, save } = useSettingsForm(shown);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [asking, setAsking] = useState(false);

  function submit(fields: FormData) {
    const wanted = {} as Retention;
    for (const field of retentionFields) {
      const days = daysIn(String(fields.get(field) ?? ""));
      if (days === undefined) {
        return refuse(refusedAt(field, say("settings.retention.invalid", { max: keepDays.max })));
      }
      wanted[field] = days;
    }
    const { settings } = shown;
    const shorter = retentionFields.filter((field) => isShorter(wanted[field], settings[field]));
    if (shorter.length === 0) return void save(wanted);
    setAsked({ wanted, shorter });
    setAsking(true);
  }

  return {
    state,
    submit,
    asking,
    /** The fields that get shorter. Kept while the question closes. */
    shorter: asked?.shorter ?? [],
    confirm: async () => {
      if (asked) await save(asked.wanted);
    },
    cancel: () => setAsking(false),
  };
}
