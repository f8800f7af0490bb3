"use client";

import { useState } from "react";
import { runWithToast } from "@/lib/client/browser/run-with-toast";
import { call, upload } from "@/lib/client/server-api/api";
import { say } from "@/lib/client/server-api/say";
import type { InstallationSettings, putLogo, removeLogo } from "@/lib/contracts/admin/installation";

/** Uploads and removes the installation's logo, and passes the settings on. */
export function useLogo(onSaved: (now: InstallationSettings) => void) {
  const [busy, setBusy] = useState(false);

  async function run(
    action: () => Promise<InstallationSettings>,
    words: { done: string; failed: string },
  ) {
    setBusy(true);
    await runWithToast(async () => onSaved(await action()), words);
    setBusy(false);
  }

  // As it is: drawing it smaller would lose its transparency.
  const put = (file: File) =>
    run(
      () => upload<typeof putLogo>("PUT", "/installation/logo", { params: undefined, body: file }),
      { done: say("settings.logo.saved"), failed: say("settings.logo.not-saved") },
    );

  const remove = () =>
    run(() => call<typeof removeLogo>("DELETE", "/installation/logo", {}), {
      done: say("settings.logo.removed"),
      failed: say("settings.logo.not-removed"),
    });

  return { busy, put, remove };
}
