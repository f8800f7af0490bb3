import { toast } from "@/lib/client/browser/toast";
import { errorMessage } from "@/lib/client/server-api/error-message";
import type { WaitingRoom } from "@/lib/client/waiting-room/use-waiting-list";
import type { Decision } from "@/lib/client/waiting-room/waiting-list";
import type { WaitingGuest } from "@/lib/contracts/livestreams";

/** Decides about a guest, and shows a toast if that failed. */
export async function decideWithToast(
  room: Pick<WaitingRoom, "decide">,
  guest: WaitingGuest,
  decision: Decision,
): Promise<void> {
  try {
    await room.decide(guest, decision);
  } catch (error) {
    toast.problem(errorMessage(error), { id: `decide ${guest.identity}` });
  }
}
