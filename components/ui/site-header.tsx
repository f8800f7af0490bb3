import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { Wordmark } from "@/components/ui/wordmark";

/** Layout only: the wordmark links home, the rest is passed in. */
export function SiteHeader({ children }: { children?: ReactNode }) {
  const t = useTranslations("ui");
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-canvas pt-safe">
      <div className="mx-auto flex h-14 max-w-7xl items-center gap-4 px-safe-4 sm:px-safe-6">
        <Link
          href="/"
          aria-label={t("home")}
          className="inline-flex h-11 shrink-0 items-center rounded"
        >
          <Wordmark />
        </Link>
        <div className="flex min-w-0 flex-1 items-center justify-end gap-2">{children}</div>
      </div>
    </header>
  );
}
