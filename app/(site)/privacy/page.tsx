import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LegalText } from "@/components/site/legal-text";
import { installation } from "@/lib/installation/installation";

export async function generateMetadata(): Promise<Metadata> {
  if ((await installation()).privacy === null) notFound();
  const t = await getTranslations("site");
  return { title: t("privacy") };
}

export default async function PrivacyPage() {
  const t = await getTranslations("site");
  const { privacy } = await installation();
  if (privacy === null) notFound();
  return <LegalText title={t("privacy")} text={privacy} />;
}
