"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ChoiceGroup } from "@/components/ui/choice";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { SectionHeading } from "@/components/ui/page";
import { useSettingsForm } from "@/lib/client/admin/use-settings-form";
import { errorAt } from "@/lib/client/server-api/form-state";
import type { InstallationSettings } from "@/lib/contracts/admin/installation";
import { signUpModes } from "@/lib/contracts/common/sign-up-modes";

type SignUpSettingsProps = Pick<InstallationSettings, "signUp" | "signUpDomains"> & {
  /** Whether sign-ups are confirmed by mail. */
  byMail: boolean;
};

export function SignUpSettings({ signUp, signUpDomains, byMail }: SignUpSettingsProps) {
  const t = useTranslations("settings");
  const router = useRouter();
  const { state, save } = useSettingsForm(() => router.refresh());
  const [mode, setMode] = useState(signUp);

  function submit(fields: FormData) {
    const domains = String(fields.get("signUpDomains") ?? "");
    const given = domains.split(/[\s,;]+/).filter(Boolean);
    void save({ signUp: mode, ...(mode === "domains" && { signUpDomains: given }) });
  }

  return (
    <section aria-labelledby="sign-up" className="mb-10">
      <SectionHeading id="sign-up" title={t("sign-up.title")} />
      <Form verb={t("save")} tone="plain" state={state} onSubmit={submit}>
        <ChoiceGroup
          legend={t("sign-up.legend")}
          name="signUp"
          value={mode}
          onValueChange={setMode}
          options={signUpModes.map((value) => ({
            value,
            title: t(`sign-up.modes.${value}`),
            hint: t(`sign-up.hints.${value}`),
          }))}
        />
        {mode === "domains" ? (
          <>
            <TextField
              label={t("sign-up.domains")}
              name="signUpDomains"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              dir="ltr"
              defaultValue={signUpDomains.join(", ")}
              placeholder="example.com, example.org"
              hint={t("sign-up.domains-hint")}
              error={errorAt(state, "signUpDomains")}
            />
            {byMail ? null : <Notice announce={false}>{t("sign-up.without-mail")}</Notice>}
          </>
        ) : null}
      </Form>
    </section>
  );
}
