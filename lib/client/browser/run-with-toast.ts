import { toast } from "@/lib/client/browser/toast";
import { errorMessage } from "@/lib/client/server-api/error-message";

type Outcome = {
  /** The success message; none if the page shows the result. */
  done?: string;
  failed: string;
  /** A failure replaces the toast with this id. */
  id?: string;
};

/** Runs an action and shows a toast with its outcome. Resolves to whether it succeeded. */
export async function runWithToast(
  action: () => Promise<unknown>,
  { done, failed, id }: Outcome,
): Promise<boolean> {
  try {
    await action();
    if (done) toast.done(done);
    return true;
  } catch (error) {
    toast.problem(failed, { id, description: errorMessage(error) });
    return false;
  }
}
