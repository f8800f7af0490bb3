"use client";

import { useTranslations } from "next-intl";
import { TextArea } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { SectionHeading } from "@/components/ui/page";
import type { ShownSettings } from "@/lib/client/admin/use-installation-settings";
import { useSettingsForm } from "@/lib/client/admin/use-settings-form";
import { errorAt } from "@/lib/client/server-api/form-state";
import { legalTextMax } from "@/lib/contracts/common/limits";

export function LegalSettings({ shown }: { shown: ShownSettings }) {
  const t = useTranslations("settings");
  const { state, save } = useSettingsForm(shown);
  const { imprint, privacy } = shown.settings;
  // An empty text is none.
  const text = (fields: FormData, field: string) => String(fields.get(field) ?? "") || null;
  return (
    <section aria-labelledby="legal" className="mb-10">
      <SectionHeading id="legal" title={t("legal.title")} />
      <p className="mb-4 text-ink-soft">{t("legal.lede")}</p>
      <Form
        verb={t("save")}
        tone="plain"
        state={state}
        onSubmit={(fields) =>
          void save({ imprint: text(fields, "imprint"), privacy: text(fields, "privacy") })
        }
      >
        <TextArea
          label={t("legal.imprint")}
          name="imprint"
          rows={4}
          maxLength={legalTextMax}
          defaultValue={imprint ?? ""}
          error={errorAt(state, "imprint")}
        />
        <TextArea
          label={t("legal.privacy")}
          name="privacy"
          rows={4}
          maxLength={legalTextMax}
          defaultValue={privacy ?? ""}
          error={errorAt(state, "privacy")}
        />
      </Form>
    </section>
  );
}
