"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DeleteAccount } from "@/components/accounts/delete-account";
import { Button } from "@/components/ui/button";
import { SectionHeading } from "@/components/ui/page";

/** Everything about oneself as a file, and the end of the account. */
export function YourData({ handle }: { handle: string }) {
  const t = useTranslations("own-data");
  return (
    <section aria-labelledby="your-data" className="mb-10">
      <SectionHeading id="your-data" title={t("title")} />
      <div className="flex flex-col gap-6">
        <Choice lede={t("export.lede")}>
          <Button asChild>
            <a href="/auth/my-data" download>
              {t("export.verb")}
            </a>
          </Button>
        </Choice>
        <Choice lede={t("delete.lede")}>
          <DeleteAccount handle={handle} trigger={<Button>{t("delete.verb")}</Button>} />
        </Choice>
      </div>
    </section>
  );
}

function Choice({ lede, children }: { lede: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <p className="min-w-0 flex-1 basis-72 text-ink-soft">{lede}</p>
      {children}
    </div>
  );
}
