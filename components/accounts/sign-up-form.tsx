"use client";

import { AccountForm } from "@/components/accounts/account-form";
import { PasswordField } from "@/components/accounts/password-field";
import { TextField } from "@/components/ui/field";
import { errorAt } from "@/lib/client/form-state";
import { useSignUp } from "@/lib/client/use-sign-up";
import { nameMax, passwordMin } from "@/lib/contracts/limits";

/** `next` is a path of this site, to go on to. */
export function SignUpForm({ next }: { next: string }) {
  const { state, submit, name, handle } = useSignUp(next);
  return (
    <AccountForm verb="Create account" state={state} onSubmit={submit}>
      <TextField
        label="Name"
        name="name"
        autoComplete="name"
        maxLength={nameMax}
        value={name.value}
        onChange={(event) => name.write(event.target.value)}
        hint="What everybody sees beside your picture."
        error={errorAt(state, "name")}
      />
      <TextField
        label="Handle"
        name="handle"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={30}
        value={handle.value}
        onChange={(event) => handle.write(event.target.value)}
        hint="Your address on this server, such as ada_lovelace."
        error={errorAt(state, "handle")}
      />
      <TextField
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        hint="To sign in with. Nobody else sees it."
        error={errorAt(state, "email")}
      />
      <PasswordField
        autoComplete="new-password"
        hint={`At least ${passwordMin} characters.`}
        error={errorAt(state, "password")}
      />
    </AccountForm>
  );
}
