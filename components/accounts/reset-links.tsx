"use client";

import { useTranslations } from "next-intl";
import { CopyField } from "@/components/ui/copy-field";
import { Form } from "@/components/ui/form";
import { HandleField } from "@/components/ui/handle-field";
import { SectionHeading } from "@/components/ui/page";
import { useResetLink } from "@/lib/client/accounts/use-reset-link";
import { errorAt } from "@/lib/client/server-api/form-state";

/** Lets an admin create a reset link for someone who cannot sign in. */
export function ResetLinks() {
  const t = useTranslations("accounts");
  const { state, link, submit } = useResetLink();
  return (
    <section aria-labelledby="reset-links" className="mt-10">
      <SectionHeading id="reset-links" title={t("reset-links.title")} />
      <p className="mb-4 text-ink-soft">{t("reset-links.lede")}</p>
      <Form
        verb={t("reset-links.verb")}
        tone="plain"
        state={state}
        onSubmit={(...sent) => void submit(...sent)}
      >
        <HandleField
          label={t("handle")}
          name="handle"
          placeholder="@ada"
          error={errorAt(state, "handle")}
        />
      </Form>
      <div role="status" className="mt-5">
        {link ? (
          <CopyField
            label={t("reset-links.link", { handle: link.handle })}
            value={link.url}
            hint={t("reset-links.hint")}
          />
        ) : null}
      </div>
    </section>
  );
}
