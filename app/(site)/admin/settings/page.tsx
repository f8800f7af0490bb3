import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { GeneralSettings } from "@/components/admin/settings/general-settings";
import { LegalSettings } from "@/components/admin/settings/legal-settings";
import { RetentionSettings } from "@/components/admin/settings/retention-settings";
import { SignUpLinksSection } from "@/components/admin/settings/sign-up-links";
import { SignUpSettings } from "@/components/admin/settings/sign-up-settings";
import { PageHeading } from "@/components/ui/page";
import { PageWords } from "@/components/ui/page-words";
import { readSettings } from "@/lib/admin/settings";
import { listSignUpLinks } from "@/lib/admin/sign-up-links";
import { adminOfPage } from "@/lib/auth/admin-of-page";
import { appContext } from "@/lib/context";
import { isMailSet } from "@/lib/mail/send-mail";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: t("sections.settings") };
}

export default async function AdminSettingsPage() {
  await adminOfPage();
  const t = await getTranslations("settings");
  const context = appContext();
  const [settings, { signUpLinks }] = await Promise.all([
    readSettings(context),
    listSignUpLinks(context),
  ]);
  const { name, logo, signUp, signUpDomains, imprint, privacy } = settings;
  return (
    <>
      <PageHeading title={t("title")} lede={t("lede")} />
      <PageWords of={["admin", "settings"]}>
        <GeneralSettings name={name} logo={logo} />
        <SignUpSettings signUp={signUp} signUpDomains={signUpDomains} byMail={isMailSet()} />
        <SignUpLinksSection first={signUpLinks} />
        <LegalSettings imprint={imprint} privacy={privacy} />
        <RetentionSettings current={settings} />
      </PageWords>
    </>
  );
}
