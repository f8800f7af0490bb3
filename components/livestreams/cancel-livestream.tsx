"use client";

import { useTranslations } from "next-intl";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { runWithToast } from "@/lib/client/browser/run-with-toast";

type CancelLivestreamProps = {
  onCancel: () => Promise<void>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Cancels a show that will not take place. */
export function CancelLivestream({ onCancel, open, onOpenChange }: CancelLivestreamProps) {
  const t = useTranslations("studio");
  return (
    <ConfirmDialog
      title={t("cancel.title")}
      consequence={t("cancel.consequence")}
      verb={t("cancel.verb")}
      cancelLabel={t("cancel.keep")}
      open={open}
      onOpenChange={onOpenChange}
      onConfirm={() => runWithToast(onCancel, { failed: t("cancel.failed") })}
    />
  );
}
