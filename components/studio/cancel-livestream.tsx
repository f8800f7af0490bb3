"use client";

import { useTranslations } from "next-intl";
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
  const t = useTranslations("studio");
  async function cancel() {
    try {
      await onCancel();
    } catch (error) {
      toast.problem(t("cancel.failed"), { description: saidBy(error) });
    }
  }
  return (
    <ConfirmDialog
      title={t("cancel.title")}
      consequence={t("cancel.consequence")}
      verb={t("cancel.verb")}
      cancelLabel={t("cancel.keep")}
      open={open}
      onOpenChange={onOpenChange}
      onConfirm={cancel}
    />
  );
}
