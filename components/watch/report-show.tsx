"use client";

import { Flag } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { LazyReportDialog } from "@/components/chat/lazy-report-dialog";
import { IconButton } from "@/components/ui/icon-button";

/** Reports the livestream to the admins. */
export function ReportShow({ mint }: { mint: string }) {
  const t = useTranslations("chat.report");
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton
        label={t("show-verb")}
        icon={<Flag aria-hidden="true" />}
        size="sm"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      />
      {open ? <LazyReportDialog mint={mint} message={null} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
