import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConfirmEmailForm } from "@/components/accounts/confirm-email-form";
import { Page, PageHeading } from "@/components/ui/page";
import { PageWords } from "@/components/ui/page-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("email-links");
  return { title: t("new-email.title"), robots: { index: false } };
}

export default async function ConfirmEmailPage() {
  const t = await getTranslations("email-links");
  return (
    <Page width="narrow">
      <PageHeading title={t("new-email.title")} />
      <PageWords of={["email-links"]}>
        <ConfirmEmailForm />
      </PageWords>
    </Page>
  );
}
