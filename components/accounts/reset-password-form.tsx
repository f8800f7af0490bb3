"use client";

import { useTranslations } from "next-intl";
import { PasswordField } from "@/components/accounts/password-field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { NotLoaded } from "@/components/ui/not-loaded";
import { Notice } from "@/components/ui/notice";
import { useResetPassword } from "@/lib/client/accounts/use-reset-password";
import { errorAt } from "@/lib/client/server-api/form-state";
import { passwordMin } from "@/lib/contracts/common/limits";

/** The form for a new password. Without a link's secret, explains how to get a link: by mail or from an admin. */
export function ResetPasswordForm({ byMail }: { byMail: boolean }) {
  const t = useTranslations("accounts");
  const links = useTranslations("email-links");
  const { token, over, state, submit } = useResetPassword();
  if (token === undefined) return <NotLoaded />;
  const newLink = (
    <Link href="/forgot-password" className="font-medium underline underline-offset-4">
      {links("forgot.new-link")}
    </Link>
  );
  const isOver = over ? <Notice tone="problem">{links("over")}</Notice> : null;
  if ((over || token === null) && byMail) {
    return (
      <div className="flex flex-col gap-4">
        {isOver ?? <p>{links("forgot.no-link")}</p>}
        <p>{newLink}</p>
      </div>
    );
  }
  if (over || token === null) {
    return (
      <div className="flex flex-col gap-4">
        {isOver}
        <p>{t("reset.no-link")}</p>
        <p className="text-ink-soft">
          {t.rich("reset.admin", {
            code: (words) => <code className="font-mono text-sm wrap-anywhere">{words}</code>,
          })}
        </p>
        <p>
          <Link href="/sign-in" className="font-medium underline underline-offset-4">
            {t("reset.back")}
          </Link>
        </p>
      </div>
    );
  }
  return (
    <>
      <p className="mb-6 text-ink-soft">{t("reset.lede")}</p>
      <Form verb={t("reset.verb")} state={state} onSubmit={(fields) => void submit(fields)}>
        <PasswordField
          label={t("change-password.new")}
          autoComplete="new-password"
          hint={t("sign-up.password-hint", { min: passwordMin })}
          error={errorAt(state, "password")}
        />
      </Form>
      {byMail && state.name === "refused" ? <p className="mt-6">{newLink}</p> : null}
    </>
  );
}
