"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { PasswordField } from "@/components/accounts/password-field";
import { Form } from "@/components/ui/form";
import { SectionHeading } from "@/components/ui/page";
import { useChangePassword } from "@/lib/client/accounts/use-change-password";
import { errorAt } from "@/lib/client/server-api/form-state";
import { passwordMin } from "@/lib/contracts/common/limits";

type ChangePasswordProps = {
  /** Tells password managers which account the new password is for. */
  email: string;
  /** Without one, this sets the first. */
  hasPassword: boolean;
};

export function ChangePassword({ email, hasPassword }: ChangePasswordProps) {
  const t = useTranslations("accounts");
  const first = useTranslations("provider.first-password");
  const router = useRouter();
  const { state, submit } = useChangePassword({ hasPassword, onSaved: () => router.refresh() });
  return (
    <section aria-labelledby="password" className="mb-10">
      <SectionHeading id="password" title={t("change-password.title")} />
      <p className="mb-4 text-ink-soft wrap-anywhere">
        {hasPassword ? t("change-password.lede") : first("lede", { email })}
      </p>
      <Form
        verb={hasPassword ? t("change-password.verb") : first("verb")}
        tone="plain"
        state={state}
        onSubmit={(...sent) => void submit(...sent)}
      >
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <div className="grid items-start gap-4 sm:grid-cols-2">
          {hasPassword ? (
            <PasswordField
              label={t("change-password.current")}
              name="currentPassword"
              autoComplete="current-password"
              error={errorAt(state, "currentPassword")}
            />
          ) : null}
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
