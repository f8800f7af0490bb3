import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NothingHere } from "@/components/site/nothing-here";
import { SiteHeader } from "@/components/ui/site-header";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("pages");
  return { title: t("not-found.tab") };
}

export default function NotFound() {
  return (
    <>
      <SiteHeader />
      <NothingHere />
    </>
  );
}
