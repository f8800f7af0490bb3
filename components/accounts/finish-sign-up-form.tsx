"use client";

import { useTranslations } from "next-intl";
import { PasswordField } from "@/components/accounts/password-field";
import { Form } from "@/components/ui/form";
import { HandleField } from "@/components/ui/handle-field";
import { Link } from "@/components/ui/link";
import { NotLoaded } from "@/components/ui/not-loaded";
import { Notice } from "@/components/ui/notice";
import { useFinishSignUp } from "@/lib/client/accounts/use-finish-sign-up";
import { errorAt } from "@/lib/client/server-api/form-state";

/** Asks for the password of the sign-up, and for another handle if the chosen one was taken. */
export function FinishSignUpForm() {
  const t = useTranslations("email-links");
  const accounts = useTranslations("accounts");
  const { token, over, state, asksHandle, submit } = useFinishSignUp();
  if (token === undefined) return <NotLoaded />;
  const again = (
    <p className="mt-6">
      <Link href="/sign-up" className="font-medium underline underline-offset-4">
        {t("sign-up.again")}
      </Link>
    </p>
  );
  if (over || token === null) {
    return (
      <>
        {over ? <Notice tone="problem">{t("over")}</Notice> : <p>{t("sign-up.no-link")}</p>}
        {again}
      </>
    );
  }
  return (
    <>
      <p className="mb-6 text-ink-soft">{t("sign-up.lede")}</p>
      <Form verb={t("sign-up.verb")} state={state} onSubmit={(fields) => void submit(fields)}>
        {asksHandle ? (
          <HandleField
            label={accounts("handle")}
            name="handle"
            maxLength={30}
            hint={accounts("sign-up.handle-hint")}
            error={errorAt(state, "handle")}
          />
        ) : null}
        <PasswordField autoComplete="current-password" error={errorAt(state, "password")} />
      </Form>
      {state.name === "refused" ? again : null}
    </>
  );
}
