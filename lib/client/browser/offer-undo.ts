import { toast } from "@/lib/client/browser/toast";
import { errorMessage } from "@/lib/client/server-api/error-message";
import { say } from "@/lib/client/server-api/say";

/** How long a decision can be undone from its toast. */
const undoMs = 8_000;

/** Shows what was done, with an Undo button for a few seconds. */
export function offerUndo(done: string, undo: () => Promise<unknown>, undone?: string): void {
  const onClick = async () => {
    try {
      await undo();
      if (undone) toast.done(undone);
    } catch (error) {
      toast.problem(say("ui.not-undone"), { description: errorMessage(error) });
    }
  };
  toast.done(done, { durationMs: undoMs, action: { label: say("ui.undo"), onClick } });
}
