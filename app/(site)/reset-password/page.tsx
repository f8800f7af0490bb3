import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ResetPasswordForm } from "@/components/accounts/reset-password-form";
import { Page, PageHeading } from "@/components/ui/page";
import { PageWords } from "@/components/ui/page-words";
import { isMailSet } from "@/lib/mail/send-mail";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts");
  return { title: t("reset.title"), robots: { index: false } };
}

export default async function ResetPasswordPage() {
  const t = await getTranslations("accounts");
  return (
    <Page width="narrow">
      <PageHeading title={t("reset.title")} />
      <PageWords of={["accounts", "email-links"]}>
        <ResetPasswordForm byMail={isMailSet()} />
      </PageWords>
    </Page>
  );
}
