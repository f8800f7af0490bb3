import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";

type LegalLinksProps = { pages: ("imprint" | "privacy")[]; className: string };

/** Links to the imprint and the privacy policy. */
export function LegalLinks({ pages, className }: LegalLinksProps) {
  const t = useTranslations("site");
  return (
    <nav aria-label={t("legal")} className={className}>
      {pages.map((page) => (
        <Link key={page} href={`/${page}`} className="inline-flex min-h-11 items-center">
          {t(page)}
        </Link>
      ))}
    </nav>
  );
}
