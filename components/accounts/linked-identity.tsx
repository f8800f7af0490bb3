"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { PasswordField } from "@/components/accounts/password-field";
import { ProviderNotice } from "@/components/accounts/provider-notice";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Form } from "@/components/ui/form";
import { LocalTime } from "@/components/ui/local-time";
import { SectionHeading } from "@/components/ui/page";
import { useLinkedIdentity } from "@/lib/client/accounts/use-linked-identity";
import { runWithToast } from "@/lib/client/browser/run-with-toast";
import { errorAt } from "@/lib/client/server-api/form-state";
import type { WaysToSignIn } from "@/lib/contracts/accounts/linked-identity";
import type { ProviderError } from "@/lib/contracts/common/provider";
import type { ProblemCode } from "@/lib/problem";

type LinkedIdentityProps = Omit<WaysToSignIn, "provider"> & {
  provider: string;
  /** Why linking did not work. */
  error: ProviderError | ProblemCode | null;
};

/** Links the account with the provider, and unlinks it. */
export function LinkedIdentity({
  provider: name,
  linkedAt,
  hasPassword,
  error,
}: LinkedIdentityProps) {
  const t = useTranslations("provider");
  const router = useRouter();
  const { state, link, unlink } = useLinkedIdentity();
  const words = { done: t("unlinked", { name }), failed: t("still-linked", { name }) };
  return (
    <section aria-labelledby="linked-identity" className="mb-10">
      <SectionHeading
        id="linked-identity"
        title={<span className="wrap-anywhere">{t("title", { name })}</span>}
        actions={
          linkedAt && hasPassword ? (
            <ConfirmDialog
              title={t("unlink-question", { name })}
              consequence={t("unlink-words")}
              verb={t("unlink")}
              trigger={<Button size="sm">{t("unlink")}</Button>}
              onConfirm={async () => {
                if (await runWithToast(unlink, words)) router.refresh();
              }}
            />
          ) : null
        }
      />
      {error ? <ProviderNotice name={name} error={error} /> : null}
      {linkedAt ? (
        <p className="text-ink-soft wrap-anywhere">
          {t.rich("linked", { name, time: () => <LocalTime value={linkedAt} /> })}{" "}
          {hasPassword ? null : t("only-way")}
        </p>
      ) : (
        <>
          <p className="mb-4 text-ink-soft wrap-anywhere">{t("lede", { name })}</p>
          <Form
            verb={t("link", { name })}
            tone="plain"
            state={state}
            onSubmit={(fields) => void link(fields)}
          >
            <div className="grid items-start gap-4 sm:grid-cols-2">
              <PasswordField
                label={t("password")}
                name="currentPassword"
                autoComplete="current-password"
                error={errorAt(state, "currentPassword")}
              />
            </div>
          </Form>
        </>
      )}
    </section>
  );
}
