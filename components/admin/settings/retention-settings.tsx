"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { SectionHeading } from "@/components/ui/page";
import { type Retention, retentionFields } from "@/lib/client/admin/retention";
import { useRetention } from "@/lib/client/admin/use-retention";
import { errorAt } from "@/lib/client/server-api/form-state";

export function RetentionSettings({ current }: { current: Retention }) {
  const t = useTranslations("settings");
  const router = useRouter();
  const { state, submit, asking, shorter, confirm, cancel } = useRetention(current, () =>
    router.refresh(),
  );
  return (
    <section aria-labelledby="retention">
      <SectionHeading id="retention" title={t("retention.title")} />
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
            defaultValue={current[field] ?? ""}
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
    </section>
  );
}
