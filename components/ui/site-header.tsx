"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { Wordmark } from "@/components/ui/wordmark";
import { useInstallation } from "@/lib/client/browser/installation";
import { isolated } from "@/lib/words/isolated";

/** Layout only: the wordmark links home, the rest is passed in. */
export function SiteHeader({ children }: { children?: ReactNode }) {
  const t = useTranslations("ui");
  const { name } = useInstallation();
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-canvas pt-safe">
      <div className="mx-auto flex h-14 max-w-7xl items-center gap-4 px-safe-4 sm:px-safe-6">
        <Link
          href="/"
          aria-label={t("home", { name: isolated(name) })}
          className="inline-flex h-11 min-w-0 items-center rounded"
        >
          <Wordmark />
        </Link>
        <div className="flex min-w-fit flex-1 items-center justify-end gap-2">{children}</div>
      </div>
    </header>
  );
}
