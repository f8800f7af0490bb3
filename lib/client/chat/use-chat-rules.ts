"use client";

import { useState } from "react";
import { runWithToast } from "@/lib/client/browser/run-with-toast";
import { call } from "@/lib/client/server-api/api";
import { say } from "@/lib/client/server-api/say";
import type { editLivestream, Livestream } from "@/lib/contracts/livestreams";

export type ChatRules = Pick<Livestream, "visibility" | "slowModeSeconds" | "chatWithoutAccount">;
/** Only hosts and guests write in a backstage chat. */
export const backstageRules: ChatRules = {
  visibility: "private",
  slowModeSeconds: 0,
  chatWithoutAccount: false,
};
export type RuleChanges = Partial<Omit<ChatRules, "visibility">>;

/** A chat's rules: shown as chosen at once, and as before if saving fails. */
export function useChatRules(mint: string, saved: ChatRules) {
  const [chosen, setChosen] = useState<RuleChanges>({});
  async function change(changes: RuleChanges) {
    setChosen(changes);
    const failed = say("chat.settings.failed");
    await runWithToast(
      async () => {
        await call<typeof editLivestream>("PATCH", "/livestreams/{mint}", {
          params: { mint },
          body: changes,
        });
      },
      { failed, id: "chat rules" },
    );
    setChosen({});
  }
  return { rules: { ...saved, ...chosen }, change };
}
