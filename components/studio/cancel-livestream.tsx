"use client";

import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { saidBy } from "@/lib/client/said-by";

type CancelLivestreamProps = {
  onCancel: () => Promise<void>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** For a show that will not take place. */
export function CancelLivestream({ onCancel, open, onOpenChange }: CancelLivestreamProps) {
  async function cancel() {
    try {
      await onCancel();
    } catch (error) {
      toast.problem("The livestream was not cancelled.", { description: saidBy(error) });
    }
  }
  return (
    <ConfirmDialog
      title="Cancel this livestream?"
      consequence="Its links stop working, who waits is sent away, and it cannot be started any more."
      verb="Cancel the livestream"
      cancelLabel="Keep it"
      open={open}
      onOpenChange={onOpenChange}
      onConfirm={cancel}
    />
  );
}
