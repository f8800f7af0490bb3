import type { Metadata } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Page, PageHeading } from "@/components/ui/page";
import { SiteHeader } from "@/components/ui/site-header";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("pages");
  return { title: t("not-found.tab") };
}

export default function NotFound() {
  const t = useTranslations("pages.not-found");
  return (
    <>
      <SiteHeader />
      <Page>
        <PageHeading title={t("title")} lede={t("lede")} />
        <Button asChild>
          <Link href="/">{t("see-live")}</Link>
        </Button>
      </Page>
    </>
  );
}
