import { doAndTell } from "@/lib/client/browser/do-and-tell";
import type { Mutes } from "@/lib/client/chat/use-mutes";
import { say } from "@/lib/client/server-api/say";
import { isolated } from "@/lib/words/isolated";

/** Mutes a person or lets them write again, and tells the host what became of it. */
export async function muteAndTell(
  mutes: Mutes,
  { subject, name }: { subject: string; name: string },
  on: boolean,
): Promise<void> {
  await doAndTell(() => mutes.mute(subject, on), {
    done: say(on ? "chat.is-muted" : "chat.is-unmuted", { name: isolated(name) }),
    undo: () => mutes.mute(subject, !on),
    failed: say(on ? "chat.not-muted" : "chat.not-unmuted", { name: isolated(name) }),
  });
}
