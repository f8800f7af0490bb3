"use client";

import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { saidBy } from "@/lib/client/said-by";

export function EndShow({ onEnd }: { onEnd: () => Promise<void> }) {
  async function end() {
    try {
      await onEnd();
    } catch (error) {
      toast.problem("The show has not ended.", { description: saidBy(error) });
    }
  }
  return (
    <ConfirmDialog
      title="End the show?"
      consequence="Everybody is disconnected, viewers see that it is over, and it cannot be started again. The chat stays."
      verb="End the show"
      cancelLabel="Keep going"
      trigger={<Button variant="danger">End</Button>}
      onConfirm={end}
    />
  );
}
