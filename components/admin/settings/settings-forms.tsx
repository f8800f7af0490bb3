"use client";

import { useTranslations } from "next-intl";
import { GeneralSettings } from "@/components/admin/settings/general-settings";
import { LegalSettings } from "@/components/admin/settings/legal-settings";
import { RetentionSettings } from "@/components/admin/settings/retention-settings";
import { SignUpLinksSection } from "@/components/admin/settings/sign-up-links";
import { SignUpSettings } from "@/components/admin/settings/sign-up-settings";
import { SectionHeading } from "@/components/ui/page";
import { useInstallationSettings } from "@/lib/client/admin/use-installation-settings";
import type { InstallationSettings } from "@/lib/contracts/admin/installation";
import type { SignUpLink } from "@/lib/contracts/admin/sign-up-links";

type SettingsFormsProps = {
  first: InstallationSettings;
  signUpLinks: SignUpLink[];
  /** Whether sign-ups are confirmed by mail. */
  byMail: boolean;
  mayChangeRetention: boolean;
};

/** All settings of the installation. Saving in one form must not make the others outdated. */
export function SettingsForms({
  first,
  signUpLinks,
  byMail,
  mayChangeRetention,
}: SettingsFormsProps) {
  const t = useTranslations("settings.retention");
  const { settings, saved, savedLogo } = useInstallationSettings(first);
  const shown = { settings, saved };
  return (
    <>
      <GeneralSettings shown={shown} onLogoSaved={savedLogo} />
      <SignUpSettings shown={shown} byMail={byMail} />
      <SignUpLinksSection first={signUpLinks} />
      <LegalSettings shown={shown} />
      <section aria-labelledby="retention">
        <SectionHeading id="retention" title={t("title")} />
        {mayChangeRetention ? (
          <RetentionSettings shown={shown} />
        ) : (
          <p className="text-ink-soft">{t("super-admin-only")}</p>
        )}
      </section>
    </>
  );
}
