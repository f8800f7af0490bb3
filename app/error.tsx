"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Page, PageHeading } from "@/components/ui/page";
import { SiteHeader } from "@/components/ui/site-header";

type ErrorPageProps = { error: unknown; retry: () => void };

export default function ErrorPage({ error, retry }: ErrorPageProps) {
  const t = useTranslations("pages.error");
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  return (
    <>
      <SiteHeader />
      <Page>
        <PageHeading title={t("title")} lede={t("lede")} />
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" onClick={retry}>
            {t("again")}
          </Button>
          <Button variant="quiet" asChild>
            {/* A full page load instead of client navigation, to discard the failed state. */}
            <a href="/">{t("start")}</a>
          </Button>
        </div>
        {digest ? (
          <p className="mt-8 text-sm text-ink-faint">
            {t.rich("digest", { digest: () => <span className="text-ink-soft">{digest}</span> })}
          </p>
        ) : null}
      </Page>
    </>
  );
}
