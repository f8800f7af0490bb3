"use client";

import { useState } from "react";
import type { z } from "zod";
import { toast } from "@/lib/client/browser/toast";
import { call } from "@/lib/client/server-api/api";
import { type FormState, idle, refusedBy, sending } from "@/lib/client/server-api/form-state";
import { say } from "@/lib/client/server-api/say";
import type { changeSettings } from "@/lib/contracts/admin/installation";

type Changed = z.input<typeof changeSettings.body>;

/** State of one of the forms with the installation's settings. `onSaved` draws the page again. */
export function useSettingsForm(onSaved: () => void) {
  const [state, setState] = useState<FormState>(idle);

  async function save(body: Changed) {
    setState(sending);
    try {
      await call<typeof changeSettings>("PATCH", "/installation", { body });
    } catch (error) {
      return setState(refusedBy(error));
    }
    setState(idle);
    toast.done(say("settings.saved"));
    onSaved();
  }

  return { state, refuse: setState, save };
}
