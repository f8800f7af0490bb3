import { toast } from "@/components/ui/toast";
import { saidBy } from "@/lib/client/said-by";

/** Says what became of a deed, and why when nothing did. */
export async function doAndTell(
  deed: () => Promise<unknown>,
  { done, failed }: { done: string; failed: string },
): Promise<void> {
  try {
    await deed();
    toast.done(done);
  } catch (error) {
    toast.problem(failed, { description: saidBy(error) });
  }
}
