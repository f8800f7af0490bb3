import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FinishSignUpForm } from "@/components/accounts/finish-sign-up-form";
import { Page, PageHeading } from "@/components/ui/page";
import { PageWords } from "@/components/ui/page-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("email-links");
  return { title: t("sign-up.title"), robots: { index: false } };
}

export default async function FinishSignUpPage() {
  const t = await getTranslations("email-links");
  return (
    <Page width="narrow">
      <PageHeading title={t("sign-up.title")} />
      <PageWords of={["accounts", "email-links"]}>
        <FinishSignUpForm />
      </PageWords>
    </Page>
  );
}
