import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ForgotPasswordForm } from "@/components/accounts/forgot-password-form";
import { Page, PageHeading } from "@/components/ui/page";
import { PageWords } from "@/components/ui/page-words";
import { isMailSet } from "@/lib/mail/send-mail";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("email-links");
  return { title: t("forgot.title"), robots: { index: false } };
}

export default async function ForgotPasswordPage() {
  const t = await getTranslations("email-links");
  if (!isMailSet()) redirect("/reset-password");
  return (
    <Page width="narrow">
      <PageHeading title={t("forgot.title")} />
      <PageWords of={["accounts", "email-links"]}>
        <ForgotPasswordForm />
      </PageWords>
    </Page>
  );
}
