"use client";

import { useTranslations } from "next-intl";
import { LogoField } from "@/components/admin/settings/logo-field";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { SectionHeading } from "@/components/ui/page";
import type { ShownSettings } from "@/lib/client/admin/use-installation-settings";
import { useSettingsForm } from "@/lib/client/admin/use-settings-form";
import { errorAt } from "@/lib/client/server-api/form-state";
import type { InstallationSettings } from "@/lib/contracts/admin/installation";
import { installationNameMax } from "@/lib/contracts/common/limits";

type GeneralSettingsProps = {
  shown: ShownSettings;
  onLogoSaved: (now: InstallationSettings) => void;
};

export function GeneralSettings({ shown, onLogoSaved }: GeneralSettingsProps) {
  const t = useTranslations("settings");
  const { state, save } = useSettingsForm(shown);
  const { name, logo } = shown.settings;
  return (
    <section aria-labelledby="general" className="mb-10">
      <SectionHeading id="general" title={t("general.title")} />
      <Form
        verb={t("save")}
        tone="plain"
        state={state}
        onSubmit={(fields) => void save({ name: String(fields.get("name") ?? "") })}
      >
        <TextField
          label={t("general.name")}
          name="name"
          autoComplete="off"
          maxLength={installationNameMax}
          defaultValue={name}
          hint={t("general.name-hint")}
          error={errorAt(state, "name")}
        />
      </Form>
      <LogoField logo={logo} onSaved={onLogoSaved} />
    </section>
  );
}
