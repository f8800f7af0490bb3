import { offerUndo } from "@/lib/client/browser/offer-undo";
import { toast } from "@/lib/client/browser/toast";
import { saidBy } from "@/lib/client/server-api/said-by";

type Outcome = {
  /** What to say when it worked; nothing where the page shows it. */
  done?: string;
  failed: string;
  /** Takes it back; with it, `done` is said with an offer to undo. */
  undo?: () => Promise<unknown>;
  /** A failure replaces the toast of this id. */
  id?: string;
};

/** Says what became of a deed, and why when nothing did; resolves to whether it worked. */
export async function doAndTell(
  deed: () => Promise<unknown>,
  { done, failed, undo, id }: Outcome,
): Promise<boolean> {
  try {
    await deed();
    if (done && undo) offerUndo(done, undo);
    else if (done) toast.done(done);
    return true;
  } catch (error) {
    toast.problem(failed, { id, description: saidBy(error) });
    return false;
  }
}
