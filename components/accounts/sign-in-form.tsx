"use client";

import { AccountForm } from "@/components/accounts/account-form";
import { PasswordField } from "@/components/accounts/password-field";
import { TextField } from "@/components/ui/field";
import { errorAt } from "@/lib/client/form-state";
import { useSignIn } from "@/lib/client/use-sign-in";

/** `next` is a path of this site, to go on to. */
export function SignInForm({ next }: { next: string }) {
  const { state, submit } = useSignIn(next);
  return (
    <AccountForm verb="Sign in" state={state} onSubmit={submit}>
      <TextField
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        error={errorAt(state, "email")}
      />
      <PasswordField autoComplete="current-password" error={errorAt(state, "password")} />
    </AccountForm>
  );
}
