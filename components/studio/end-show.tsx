"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { saidBy } from "@/lib/client/said-by";

export function EndShow({ onEnd }: { onEnd: () => Promise<void> }) {
  const t = useTranslations("studio");
  async function end() {
    try {
      await onEnd();
    } catch (error) {
      toast.problem(t("end.failed"), { description: saidBy(error) });
    }
  }
  return (
    <ConfirmDialog
      title={t("end.title")}
      consequence={t("end.consequence")}
      verb={t("end.verb")}
      cancelLabel={t("end.keep")}
      trigger={<Button variant="danger">{t("end.short")}</Button>}
      onConfirm={end}
    />
  );
}
