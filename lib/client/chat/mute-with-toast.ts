import { runWithToast } from "@/lib/client/browser/run-with-toast";
import type { Mutes } from "@/lib/client/chat/use-mutes";
import { say } from "@/lib/client/server-api/say";
import { isolated } from "@/lib/words/isolated";

/** Mutes or unmutes a person, and shows the host a toast with the outcome. */
export async function muteWithToast(
  mutes: Mutes,
  { subject, name }: { subject: string; name: string },
  on: boolean,
): Promise<void> {
  await runWithToast(() => mutes.mute(subject, on), {
    done: say(on ? "chat.is-muted" : "chat.is-unmuted", { name: isolated(name) }),
    failed: say(on ? "chat.not-muted" : "chat.not-unmuted", { name: isolated(name) }),
  });
}
