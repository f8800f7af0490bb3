"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { useHydrated } from "@/lib/client/browser/use-hydrated";

/** Appears after some seconds without the page's scripts, where nothing works without them. */
export function NotLoaded() {
  const t = useTranslations("ui");
  const hydrated = useHydrated();
  if (hydrated) return null;
  return (
    // Important: it is a delay rather than a motion, so less motion keeps it.
    <Notice tone="problem" announce={false} className="animate-late!">
      {t("not-loaded")}
    </Notice>
  );
}
