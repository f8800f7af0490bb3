"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { Notice } from "@/components/ui/notice";

/** Says that a link was mailed, and what to do if it doesn't arrive. Takes the focus from the sent form. */
export function CheckEmail({ children, className }: { children: ReactNode; className?: string }) {
  const t = useTranslations("email-links");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} className={className}>
      <Notice title={t("check")} announce={false}>
        <p className="wrap-anywhere">{children}</p>
        <p className="mt-2">{t("not-there")}</p>
      </Notice>
    </div>
  );
}
