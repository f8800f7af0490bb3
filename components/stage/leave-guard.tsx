"use client";

import { useTranslations } from "next-intl";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useLeaveGuard } from "@/lib/client/stage/use-leave-guard";

type LeaveGuardProps = {
  /** Whether there is something to lose by leaving. */
  active: boolean;
  from: "stage" | "studio";
  /** Back was pressed, and there is no page before this one. */
  onNowhere?: () => void;
};

/** Asks before somebody who is seen and heard leaves the page. */
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
