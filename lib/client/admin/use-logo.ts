"use client";

import { useState } from "react";
import { pictureToSend } from "@/lib/client/browser/picture-to-send";
import { runWithToast } from "@/lib/client/browser/run-with-toast";
import { call, upload } from "@/lib/client/server-api/api";
import { say } from "@/lib/client/server-api/say";
import type { InstallationSettings, putLogo, removeLogo } from "@/lib/contracts/admin/installation";
import { logoMaxBytes, picturePixelsMax } from "@/lib/contracts/common/limits";

const accepted = {
  maxBytes: logoMaxBytes,
  maxPixels: picturePixelsMax.chosen,
  side: 1024,
  transparent: true,
};

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

  // The server says best what is wrong with a file that the browser cannot read.
  const put = (file: File) =>
    run(
      async () =>
        upload<typeof putLogo>("PUT", "/installation/logo", {
          params: undefined,
          body: await pictureToSend(file, accepted).catch(() => file),
        }),
      { done: say("settings.logo.saved"), failed: say("settings.logo.not-saved") },
    );

  const remove = () =>
    run(() => call<typeof removeLogo>("DELETE", "/installation/logo", {}), {
      done: say("settings.logo.removed"),
      failed: say("settings.logo.not-removed"),
    });

  return { busy, put, remove };
}
