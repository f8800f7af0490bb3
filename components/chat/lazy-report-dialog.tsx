"use client";

import dynamic from "next/dynamic";
import { useEffect } from "react";
import type { ReportDialogProps } from "@/components/chat/report-dialog";
import { toast } from "@/lib/client/browser/toast";
import { say } from "@/lib/client/server-api/say";

/** Loads when it is first opened, so it never delays a page's first picture. */
export const LazyReportDialog = dynamic(
  () =>
    import("@/components/chat/report-dialog").then(
      (module) => module.ReportDialog,
      // The server has a newer version, or is out of reach. The show goes on.
      () => NotLoaded,
    ),
  { ssr: false },
);

function NotLoaded({ onClose }: ReportDialogProps) {
  useEffect(() => {
    toast.problem(say("problems.page"));
    onClose();
  }, [onClose]);
  return null;
}
