"use client";

import { useTranslations } from "next-intl";
import { CheckEmail } from "@/components/accounts/check-email";
import { PasswordField } from "@/components/accounts/password-field";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { HandleField } from "@/components/ui/handle-field";
import { NotLoaded } from "@/components/ui/not-loaded";
import { Notice } from "@/components/ui/notice";
import { useLinkWorks } from "@/lib/client/accounts/use-link-works";
import { useSignUp } from "@/lib/client/accounts/use-sign-up";
import { useSignUpLink } from "@/lib/client/accounts/use-sign-up-link";
import { errorAt } from "@/lib/client/server-api/form-state";
import { nameMax, passwordMin } from "@/lib/contracts/common/limits";

type SignUpFormProps = {
  /** The path on this site to continue to. */
  next: string;
  /** Makes the first account the super admin. */
  code?: string;
  /** Why it takes a link from an admin; null if it takes none. */
  closed: "closed" | "links" | null;
};

export function SignUpForm({ next, code, closed }: SignUpFormProps) {
  const t = useTranslations("accounts");
  const links = useTranslations("email-links");
  const link = useSignUpLink();
  const works = useLinkWorks("sign-up", closed ? link : null);
  const { state, sentTo, submit, name, handle } = useSignUp(next, { code, link });
  if (sentTo) return <CheckEmail>{links("sign-up.sent", { email: sentTo })}</CheckEmail>;
  if (!works) return <Notice tone="problem">{t("sign-up.link-over")}</Notice>;
  if (closed && !link) {
    const why = <p>{t(`sign-up.closed.${closed}`)}</p>;
    // Until the URL is read, it may have a link. Without scripts no one reads it.
    if (link !== undefined) return why;
    return (
      <>
        <noscript>{why}</noscript>
        <NotLoaded />
      </>
    );
  }
  return (
    <Form verb={t("sign-up.verb")} state={state} onSubmit={submit}>
      <TextField
        label={t("name")}
        name="name"
        autoComplete="name"
        maxLength={nameMax}
        value={name.value}
        onChange={(event) => name.write(event.target.value)}
        hint={t("sign-up.name-hint")}
        error={errorAt(state, "name")}
      />
      <HandleField
        label={t("handle")}
        name="handle"
        maxLength={30}
        value={handle.value}
        onChange={(event) => handle.write(event.target.value)}
        hint={t("sign-up.handle-hint")}
        error={errorAt(state, "handle")}
      />
      <TextField
        label={t("email")}
        name="email"
        type="email"
        autoComplete="username"
        hint={t("sign-up.email-hint")}
        error={errorAt(state, "email")}
      />
      <PasswordField
        autoComplete="new-password"
        hint={t("sign-up.password-hint", { min: passwordMin })}
        error={errorAt(state, "password")}
      />
    </Form>
  );
}
