import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LegalText } from "@/components/site/legal-text";
import { installation } from "@/lib/installation/installation";

export async function generateMetadata(): Promise<Metadata> {
  if ((await installation()).imprint === null) notFound();
  const t = await getTranslations("site");
  return { title: t("imprint") };
}

export default async function ImprintPage() {
  const t = await getTranslations("site");
  const { imprint } = await installation();
  if (imprint === null) notFound();
  return <LegalText title={t("imprint")} text={imprint} />;
}
