"use client";

import { useState } from "react";
import { toast } from "@/lib/client/browser/toast";
import { call } from "@/lib/client/server-api/api";
import { type FormState, idle, refusedBy, sending } from "@/lib/client/server-api/form-state";
import { say } from "@/lib/client/server-api/say";
import type { changeSettings, InstallationSettings } from "@/lib/contracts/admin/installation";
import { isSame, type ShownSettings } from "./use-installation-settings";

/** State of one of the forms with the installation's settings. */
export function useSettingsForm({ settings, saved }: ShownSettings) {
  const [state, setState] = useState<FormState>(idle);

  /** Sends what differs. It is refused if someone else has changed the settings since they were shown. */
  async function save(wanted: Partial<InstallationSettings>) {
    const differs = ([field, value]: [string, unknown]) =>
      !isSame(value, settings[field as keyof InstallationSettings]);
    const changed = Object.fromEntries(Object.entries(wanted).filter(differs));
    setState(sending);
    try {
      const body = { ...changed, changedAt: settings.changedAt };
      saved(await call<typeof changeSettings>("PATCH", "/installation", { body }));
    } catch (error) {
      return setState(refusedBy(error));
    }
    setState(idle);
    toast.done(say("settings.saved"));
  }

  return { state, refuse: setState, save };
}
