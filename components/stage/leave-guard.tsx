"use client";

import { useTranslations } from "next-intl";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useLeaveGuard } from "@/lib/client/stage/use-leave-guard";

type LeaveGuardProps = {
  /** Whether leaving would lose something. */
  active: boolean;
  from: "stage" | "studio";
  /** Back was pressed, and there is no earlier page in the history. */
  onNowhere?: () => void;
};

/** Asks before someone who is on air leaves the page. */
export function LeaveGuard({ active, from, onNowhere }: LeaveGuardProps) {
  const t = useTranslations("stage.leave-page");
  const { asking, stay, leave } = useLeaveGuard(active, onNowhere);
  return (
    <ConfirmDialog
      open={asking}
      onOpenChange={(open) => {
        if (!open) stay();
      }}
      title={t(`${from}.title`)}
      consequence={t(`${from}.consequence`)}
      verb={t("verb")}
      cancelLabel={t("stay")}
      onConfirm={leave}
    />
  );
}
