import { toast } from "@/lib/client/browser/toast";
import { saidBy } from "@/lib/client/server-api/said-by";
import { say } from "@/lib/client/server-api/say";

/** How long a decision can be undone from its toast. */
const undoMs = 8_000;

/** Says what was done, and offers to undo it for a few seconds. */
export function offerUndo(done: string, undo: () => Promise<unknown>, undone?: string): void {
  const onClick = async () => {
    try {
      await undo();
      if (undone) toast.done(undone);
    } catch (error) {
      toast.problem(say("ui.not-undone"), { description: saidBy(error) });
    }
  };
  toast.done(done, { durationMs: undoMs, action: { label: say("ui.undo"), onClick } });
}
