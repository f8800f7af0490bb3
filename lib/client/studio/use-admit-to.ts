"use client";

import { useState } from "react";
import { runWithToast } from "@/lib/client/browser/run-with-toast";
import { call } from "@/lib/client/server-api/api";
import { say } from "@/lib/client/server-api/say";
import type { editLivestream, GuestPlace, Livestream } from "@/lib/contracts/livestreams";

/**
 * Where the studio admits guests to: shown as chosen until the server has answered, afterwards as saved,
 * whichever host saved it last.
 */
export function useAdmitTo(
  { mint, admitTo: saved }: Pick<Livestream, "mint" | "admitTo">,
  onSaved: (livestream: Livestream) => void,
) {
  const [chosen, setChosen] = useState<GuestPlace | null>(null);
  async function choose(admitTo: GuestPlace) {
    setChosen(admitTo);
    await runWithToast(
      async () => {
        const livestream = await call<typeof editLivestream>("PATCH", "/livestreams/{mint}", {
          params: { mint },
          body: { admitTo },
        });
        onSaved(livestream);
      },
      { failed: say("waiting-room.settings.admit-to-failed"), id: "admit to" },
    );
    // A later choice is still being saved.
    setChosen((now) => (now === admitTo ? null : now));
  }
  return { value: chosen ?? saved, choose };
}
