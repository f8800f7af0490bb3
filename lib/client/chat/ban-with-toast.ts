import { runWithToast } from "@/lib/client/browser/run-with-toast";
import { call } from "@/lib/client/server-api/api";
import { liftFrom } from "@/lib/client/server-api/lift-restriction";
import { say } from "@/lib/client/server-api/say";
import type { removeParticipant } from "@/lib/contracts/restrictions";
import { isolated } from "@/lib/words/isolated";

/** Bans the author of a message, with a toast that offers Undo. */
export async function banWithToast(
  mint: string,
  { subject, name }: { subject: string; name: string },
): Promise<void> {
  await runWithToast(
    () =>
      call<typeof removeParticipant>("POST", "/livestreams/{mint}/removals", {
        params: { mint },
        body: { identity: subject, ban: true },
      }),
    {
      done: say("chat.is-banned", { name: isolated(name) }),
      undo: () => liftFrom(mint, subject),
      failed: say("chat.not-banned", { name: isolated(name) }),
    },
  );
}
