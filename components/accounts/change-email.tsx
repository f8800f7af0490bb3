"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { PasswordField } from "@/components/accounts/password-field";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { SectionHeading } from "@/components/ui/page";
import { useChangeEmail } from "@/lib/client/accounts/use-change-email";
import { errorAt } from "@/lib/client/server-api/form-state";

type ChangeEmailProps = { email: string; hasPassword: boolean };

/** Changing the address needs the password; an account without one sees only the address. */
export function ChangeEmail({ email, hasPassword }: ChangeEmailProps) {
  const t = useTranslations("accounts");
  const withoutPassword = useTranslations("provider");
  const router = useRouter();
  const { state, submit } = useChangeEmail(() => router.refresh());
  return (
    <section aria-labelledby="email-address" className="mb-10">
      <SectionHeading id="email-address" title={t("email")} />
      <p className="mb-4 text-ink-soft wrap-anywhere">
        {hasPassword ? t("change-email.lede", { email }) : withoutPassword("email-lede", { email })}
      </p>
      {hasPassword ? (
        <Form
          verb={t("change-email.verb")}
          tone="plain"
          state={state}
          onSubmit={(...sent) => void submit(...sent)}
        >
          <div className="grid items-start gap-4 sm:grid-cols-2">
            <TextField
              label={t("change-email.new")}
              name="email"
              type="email"
              autoComplete="email"
              error={errorAt(state, "email")}
            />
            <PasswordField
              label={t("change-email.password")}
              name="currentPassword"
              autoComplete="current-password"
              error={errorAt(state, "currentPassword")}
            />
          </div>
        </Form>
      ) : null}
    </section>
  );
}
