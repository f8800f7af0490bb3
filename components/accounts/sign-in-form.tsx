"use client";

import { useTranslations } from "next-intl";
import { PasswordField } from "@/components/accounts/password-field";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { useSignIn } from "@/lib/client/accounts/use-sign-in";
import { errorAt } from "@/lib/client/server-api/form-state";

/** `next` is the path on this site to continue to. */
export function SignInForm({ next }: { next: string }) {
  const t = useTranslations("accounts");
  const { state, submit } = useSignIn(next);
  return (
    <Form verb={t("sign-in.verb")} state={state} onSubmit={submit}>
      <TextField
        label={t("email")}
        name="email"
        type="email"
        autoComplete="username"
        error={errorAt(state, "email")}
      />
      <PasswordField autoComplete="current-password" error={errorAt(state, "password")} />
    </Form>
  );
}
