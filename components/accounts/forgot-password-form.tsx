"use client";

import { useTranslations } from "next-intl";
import { CheckEmail } from "@/components/accounts/check-email";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { useForgotPassword } from "@/lib/client/accounts/use-forgot-password";
import { errorAt } from "@/lib/client/server-api/form-state";

export function ForgotPasswordForm() {
  const t = useTranslations("email-links");
  const accounts = useTranslations("accounts");
  const { state, sentTo, submit } = useForgotPassword();
  if (sentTo) return <CheckEmail>{t("forgot.sent", { email: sentTo })}</CheckEmail>;
  return (
    <>
      <p className="mb-6 text-ink-soft">{t("forgot.lede")}</p>
      <Form verb={t("forgot.verb")} state={state} onSubmit={(fields) => void submit(fields)}>
        <TextField
          label={accounts("email")}
          name="email"
          type="email"
          autoComplete="username"
          error={errorAt(state, "email")}
        />
      </Form>
    </>
  );
}
