"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ChoiceGroup } from "@/components/ui/choice";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { SectionHeading } from "@/components/ui/page";
import type { ShownSettings } from "@/lib/client/admin/use-installation-settings";
import { useSettingsForm } from "@/lib/client/admin/use-settings-form";
import { errorAt } from "@/lib/client/server-api/form-state";
import { signUpModes } from "@/lib/contracts/common/sign-up-modes";

type SignUpSettingsProps = {
  shown: ShownSettings;
  /** Whether sign-ups are confirmed by mail. */
  byMail: boolean;
};

export function SignUpSettings({ shown, byMail }: SignUpSettingsProps) {
  const t = useTranslations("settings");
  const { state, save } = useSettingsForm(shown);
  const { signUp, signUpDomains } = shown.settings;
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
