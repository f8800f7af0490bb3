import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SettingsForms } from "@/components/admin/settings/settings-forms";
import { PageHeading } from "@/components/ui/page";
import { PageWords } from "@/components/ui/page-words";
import { isSuperAdmin } from "@/lib/accounts/account";
import { readSettings } from "@/lib/admin/settings";
import { listSignUpLinks } from "@/lib/admin/sign-up-links";
import { adminOfPage } from "@/lib/auth/admin-of-page";
import { appContext } from "@/lib/context";
import { isMailSet } from "@/lib/mail/send-mail";

export async function generateMetadata(): Promise<Metadata> {
  await adminOfPage();
  const t = await getTranslations("admin");
  return { title: t("sections.settings") };
}

export default async function AdminSettingsPage() {
  const admin = await adminOfPage();
  const t = await getTranslations("settings");
  const context = appContext();
  const [settings, { signUpLinks }] = await Promise.all([
    readSettings(context),
    listSignUpLinks(context),
  ]);
  return (
    <>
      <PageHeading title={t("title")} lede={t("lede")} />
      <PageWords of={["admin", "settings"]}>
        <SettingsForms
          first={settings}
          signUpLinks={signUpLinks}
          byMail={isMailSet()}
          mayChangeRetention={isSuperAdmin(admin)}
        />
      </PageWords>
    </>
  );
}
