import { useTranslations } from "next-intl";
import { LanguageChoice } from "@/components/site/language-choice";
import { LegalLinks } from "@/components/site/legal-links";
import { Link } from "@/components/ui/link";
import { ThemeToggle } from "@/components/ui/theme-toggle";

type SiteFooterProps = {
  /** The pages that exist. */
  legal: ("imprint" | "privacy")[];
};

export function SiteFooter({ legal }: SiteFooterProps) {
  const t = useTranslations("site");
  return (
    <footer className="mx-auto flex w-full max-w-7xl flex-wrap items-center justify-between gap-x-4 border-t border-line px-safe-4 pt-4 pb-safe-4 text-sm text-ink-faint sm:px-safe-6">
      {legal.length > 0 ? (
        <LegalLinks pages={legal} className="flex flex-wrap gap-x-4 max-sm:w-full" />
      ) : (
        <p className="max-sm:hidden">{t("description")}</p>
      )}
      <div className="flex items-center gap-4 max-sm:flex-1 max-sm:justify-between">
        <Link href="/docs/api" className="inline-flex min-h-11 items-center">
          {t("api")}
        </Link>
        <LanguageChoice />
        <ThemeToggle />
      </div>
    </footer>
  );
}
