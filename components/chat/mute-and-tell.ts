import { toast } from "@/components/ui/toast";
import { saidBy } from "@/lib/client/said-by";
import type { Mutes } from "@/lib/client/use-mutes";

/** Mutes a person or lets them write again, and tells the host what became of it. */
export async function muteAndTell(
  mutes: Mutes,
  { subject, name }: { subject: string; name: string },
  on: boolean,
): Promise<void> {
  try {
    await mutes.mute(subject, on);
    toast.done(on ? `${name} is muted in this chat.` : `${name} can write again.`);
  } catch (error) {
    toast.problem(on ? `${name} can still write.` : `${name} is still muted.`, {
      description: saidBy(error),
    });
  }
}
