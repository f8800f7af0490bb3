"use client";

import { useState } from "react";
import { runWithToast } from "@/lib/client/browser/run-with-toast";
import { call } from "@/lib/client/server-api/api";
import { say } from "@/lib/client/server-api/say";
import type { editLivestream, GuestPlace } from "@/lib/contracts/livestreams";

/** Where the studio admits guests to: shown as chosen at once, and as before if saving fails. */
export function useAdmitTo(mint: string, saved: GuestPlace) {
  const [chosen, setChosen] = useState<GuestPlace | null>(null);
  if (chosen === saved) setChosen(null);
  async function choose(admitTo: GuestPlace) {
    setChosen(admitTo);
    const done = await runWithToast(
      () =>
        call<typeof editLivestream>("PATCH", "/livestreams/{mint}", {
          params: { mint },
          body: { admitTo },
        }),
      { failed: say("waiting-room.settings.admit-to-failed"), id: "admit to" },
    );
    if (!done) setChosen(null);
  }
  return { value: chosen ?? saved, choose };
}
