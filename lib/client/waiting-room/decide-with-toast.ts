import { offerUndo } from "@/lib/client/browser/offer-undo";
import { toast } from "@/lib/client/browser/toast";
import { errorMessage } from "@/lib/client/server-api/error-message";
import { say } from "@/lib/client/server-api/say";
import type { WaitingRoom } from "@/lib/client/waiting-room/use-waiting-list";
import type { Decision } from "@/lib/client/waiting-room/waiting-list";
import type { WaitingGuest } from "@/lib/contracts/livestreams";
import { isolated } from "@/lib/words/isolated";

type Deciding = Pick<WaitingRoom, "decide" | "undoDenial">;

/** Decides about a guest, offers to undo a denial, and shows a toast if the decision failed. */
export async function decideWithToast(
  room: Deciding,
  guest: WaitingGuest,
  decision: Decision,
): Promise<void> {
  if (!(await decideOrToast(room, guest, decision)) || decision !== "deny") return;
  const done = say("waiting-room.denied", { name: isolated(guest.name) });
  offerUndo(done, () => room.undoDenial(guest));
}

/** The same without an offer to undo. Resolves to whether it succeeded. */
export async function decideOrToast(
  room: Pick<WaitingRoom, "decide">,
  guest: WaitingGuest,
  decision: Decision,
): Promise<boolean> {
  try {
    return await room.decide(guest, decision);
  } catch (error) {
    toast.problem(errorMessage(error), { id: `decide ${guest.identity}` });
    return false;
  }
}
