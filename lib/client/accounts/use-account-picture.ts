"use client";

import { useState } from "react";
import { pictureToSend } from "@/lib/client/browser/picture-to-send";
import { runWithToast } from "@/lib/client/browser/run-with-toast";
import { toast } from "@/lib/client/browser/toast";
import { call, upload } from "@/lib/client/server-api/api";
import { say } from "@/lib/client/server-api/say";
import type {
  putAccountPicture,
  removeAccountPicture,
} from "@/lib/contracts/accounts/account-picture";
import { accountPictureMaxBytes, picturePixelsMax } from "@/lib/contracts/common/limits";

const accepted = {
  maxBytes: accountPictureMaxBytes,
  maxPixels: picturePixelsMax.chosen,
  side: 1024,
};
const path = "/auth/my-profile/picture";

/** Uploads and removes the account's picture. `onSaved` draws the page again. */
export function useAccountPicture(onSaved: () => void) {
  const [busy, setBusy] = useState(false);

  async function run(action: () => Promise<unknown>, words: { done: string; failed: string }) {
    setBusy(true);
    const saved = await runWithToast(action, words);
    setBusy(false);
    if (saved) onSaved();
  }

  async function put(file: File) {
    const body = await pictureToSend(file, accepted).catch(() => null);
    if (!body) return toast.problem(say("account-picture.unreadable"));
    await run(() => upload<typeof putAccountPicture>("PUT", path, { params: undefined, body }), {
      done: say("account-picture.saved"),
      failed: say("account-picture.not-saved"),
    });
  }

  const remove = () =>
    run(() => call<typeof removeAccountPicture>("DELETE", path, {}), {
      done: say("account-picture.removed"),
      failed: say("account-picture.not-removed"),
    });

  return { busy, put, remove };
}
