"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { LogoField } from "@/components/admin/settings/logo-field";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { SectionHeading } from "@/components/ui/page";
import { useSettingsForm } from "@/lib/client/admin/use-settings-form";
import { errorAt } from "@/lib/client/server-api/form-state";
import type { InstallationSettings } from "@/lib/contracts/admin/installation";
import { installationNameMax } from "@/lib/contracts/common/limits";

type GeneralSettingsProps = Pick<InstallationSettings, "name" | "logo">;

export function GeneralSettings({ name, logo }: GeneralSettingsProps) {
  const t = useTranslations("settings");
  const router = useRouter();
  const { state, save } = useSettingsForm(() => router.refresh());
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
      <LogoField logo={logo} onSaved={() => router.refresh()} />
    </section>
  );
}
