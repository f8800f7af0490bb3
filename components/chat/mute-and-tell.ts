import { toast } from "@/components/ui/toast";
import { saidBy } from "@/lib/client/said-by";
import { say } from "@/lib/client/say";
import type { Mutes } from "@/lib/client/use-mutes";

/** Mutes a person or lets them write again, and tells the host what became of it. */
export async function muteAndTell(
  mutes: Mutes,
  { subject, name }: { subject: string; name: string },
  on: boolean,
): Promise<void> {
  try {
    await mutes.mute(subject, on);
    toast.done(say(on ? "chat.is-muted" : "chat.is-unmuted", { name }));
  } catch (error) {
    toast.problem(say(on ? "chat.not-muted" : "chat.not-unmuted", { name }), {
      description: saidBy(error),
    });
  }
}
