import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Page, PageHeading } from "@/components/ui/page";

/** The not-found page. */
export function NothingHere() {
  const t = useTranslations("pages.not-found");
  return (
    <Page>
      <PageHeading title={t("title")} lede={t("lede")} />
      <Button asChild>
        <Link href="/">{t("see-live")}</Link>
      </Button>
    </Page>
  );
}
