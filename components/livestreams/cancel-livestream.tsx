"use client";

import { useTranslations } from "next-intl";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { isolated } from "@/lib/words/isolated";

type CancelLivestreamProps = {
  title: string;
  onCancel: () => Promise<unknown>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Asks before a livestream that has not begun is cancelled. */
export function CancelLivestream({ title, onCancel, open, onOpenChange }: CancelLivestreamProps) {
  const t = useTranslations("livestreams.manage.cancel-dialog");
  return (
    <ConfirmDialog
      title={t("title", { title: isolated(title) })}
      consequence={t("consequence")}
      verb={t("verb")}
      cancelLabel={t("keep")}
      open={open}
      onOpenChange={onOpenChange}
      onConfirm={onCancel}
    />
  );
}
