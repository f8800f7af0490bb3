"use client";

import { Button } from "@/components/ui/button";
import { Page, PageHeading } from "@/components/ui/page";
import { SiteHeader } from "@/components/ui/site-header";

type ErrorPageProps = { error: unknown; retry: () => void };

export default function ErrorPage({ error, retry }: ErrorPageProps) {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  return (
    <>
      <SiteHeader />
      <Page>
        <PageHeading
          title="Something went wrong on our side."
          lede="Try again. If it keeps happening, tell whoever runs this server."
        />
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" onClick={retry}>
            Try again
          </Button>
          <Button variant="quiet" asChild>
            {/* A full load, not a client move: the state that failed must go. */}
            <a href="/">Go to the start page</a>
          </Button>
        </div>
        {digest ? (
          <p className="mt-8 text-sm text-ink-faint">
            In the server’s log this is <span className="text-ink-soft">{digest}</span>.
          </p>
        ) : null}
      </Page>
    </>
  );
}
