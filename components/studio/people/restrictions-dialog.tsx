"use client";

import { useTranslations } from "next-intl";
import { RestrictionList } from "@/components/chat/restriction-list";
import { Dialog } from "@/components/ui/dialog";

type RestrictionsDialogProps = {
  mint: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Lists denied, removed and banned people, each with a button to undo the decision. */
export function RestrictionsDialog({ mint, open, onOpenChange }: RestrictionsDialogProps) {
  const t = useTranslations("chat.restrictions");
  return (
    <Dialog title={t("title")} description={t("about")} open={open} onOpenChange={onOpenChange}>
      <RestrictionList mint={mint} label={t("title")} nobody={t("nobody")} />
    </Dialog>
  );
}
