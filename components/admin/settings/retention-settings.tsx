"use client";

import { useTranslations } from "next-intl";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { retentionFields } from "@/lib/client/admin/retention";
import type { ShownSettings } from "@/lib/client/admin/use-installation-settings";
import { useRetention } from "@/lib/client/admin/use-retention";
import { errorAt } from "@/lib/client/server-api/form-state";

export function RetentionSettings({ shown }: { shown: ShownSettings }) {
  const t = useTranslations("settings");
  const { state, submit, asking, shorter, confirm, cancel } = useRetention(shown);
  return (
    <>
      <p className="mb-4 text-ink-soft">{t("retention.lede")}</p>
      <Form verb={t("save")} tone="plain" state={state} onSubmit={submit}>
        {retentionFields.map((field) => (
          <TextField
            key={field}
            label={t(`retention.fields.${field}`)}
            name={field}
            autoComplete="off"
            inputMode="numeric"
            placeholder={t("retention.forever")}
            defaultValue={shown.settings[field] ?? ""}
            hint={t(`retention.hints.${field}`)}
            error={errorAt(state, field)}
          />
        ))}
      </Form>
      <ConfirmDialog
        title={t("retention.question")}
        consequence={t("retention.consequence", {
          what: shorter.map((field) => t(`retention.deleted.${field}`)).join(", "),
        })}
        verb={t("retention.verb")}
        open={asking}
        onOpenChange={(open) => open || cancel()}
        onConfirm={confirm}
      />
    </>
  );
}
