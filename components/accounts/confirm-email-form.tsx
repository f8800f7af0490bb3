"use client";

import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { NotLoaded } from "@/components/ui/not-loaded";
import { Notice } from "@/components/ui/notice";
import { useConfirmEmail } from "@/lib/client/accounts/use-confirm-email";

/** One button that makes the address that the link was mailed to the account's own. */
export function ConfirmEmailForm() {
  const t = useTranslations("email-links");
  const { token, over, state, email, submit } = useConfirmEmail();
  if (token === undefined) return <NotLoaded />;
  const account = (
    <p className="mt-6">
      <Link href="/account" className="font-medium underline underline-offset-4">
        {t("new-email.account")}
      </Link>
    </p>
  );
  if (email) {
    return (
      <>
        <Notice>
          <p className="wrap-anywhere">{t("new-email.done", { email })}</p>
        </Notice>
        {account}
      </>
    );
  }
  if (over || token === null) {
    return (
      <>
        {over ? <Notice tone="problem">{t("over")}</Notice> : <p>{t("new-email.no-link")}</p>}
        {account}
      </>
    );
  }
  return (
    <>
      <p className="mb-6 text-ink-soft">{t("new-email.lede")}</p>
      <Form verb={t("new-email.verb")} state={state} onSubmit={() => void submit()}>
        {null}
      </Form>
      {state.name === "refused" ? account : null}
    </>
  );
}
