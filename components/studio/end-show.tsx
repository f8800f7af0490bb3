"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { runWithToast } from "@/lib/client/browser/run-with-toast";

export function EndShow({ onEnd }: { onEnd: () => Promise<void> }) {
  const t = useTranslations("studio");
  return (
    <ConfirmDialog
      title={t("end.title")}
      consequence={t("end.consequence")}
      verb={t("end.verb")}
      cancelLabel={t("end.keep")}
      trigger={<Button variant="danger">{t("end.short")}</Button>}
      onConfirm={() => runWithToast(onEnd, { failed: t("end.failed") })}
    />
  );
}
