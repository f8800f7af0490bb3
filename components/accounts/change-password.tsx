"use client";

import { useTranslations } from "next-intl";
import { PasswordField } from "@/components/accounts/password-field";
import { Form } from "@/components/ui/form";
import { SectionHeading } from "@/components/ui/page";
import { useChangePassword } from "@/lib/client/accounts/use-change-password";
import { errorAt } from "@/lib/client/server-api/form-state";
import { passwordMin } from "@/lib/contracts/common/limits";

/** `email` tells password managers which account the new password is for. */
export function ChangePassword({ email }: { email: string }) {
  const t = useTranslations("accounts");
  const { state, submit } = useChangePassword();
  return (
    <section aria-labelledby="password" className="mb-10">
      <SectionHeading id="password" title={t("change-password.title")} />
      <p className="mb-4 text-ink-soft">{t("change-password.lede")}</p>
      <Form
        verb={t("change-password.verb")}
        tone="plain"
        state={state}
        onSubmit={(...sent) => void submit(...sent)}
      >
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <PasswordField
            label={t("change-password.current")}
            name="currentPassword"
            autoComplete="current-password"
            error={errorAt(state, "currentPassword")}
          />
          <PasswordField
            label={t("change-password.new")}
            autoComplete="new-password"
            hint={t("sign-up.password-hint", { min: passwordMin })}
            error={errorAt(state, "password")}
          />
        </div>
      </Form>
    </section>
  );
}
