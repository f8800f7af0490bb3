"use client";

import Link from "next/link";
import { useState } from "react";
import { watchPath } from "@/components/livestreams/livestream-paths";
import { EventLogDialog } from "@/components/studio/event-log-dialog";
import { Button } from "@/components/ui/button";
import { Count } from "@/components/ui/count";
import { Page, PageHeading } from "@/components/ui/page";
import { SiteHeader } from "@/components/ui/site-header";
import { lengthWords } from "@/lib/client/length-words";
import type { Livestream } from "@/lib/contracts/livestreams";

export function StudioEnded({ livestream }: { livestream: Livestream }) {
  const { mint, title, startedAt, endedAt, peakWatching } = livestream;
  const [logOpen, setLogOpen] = useState(false);
  if (!startedAt) return <StudioCancelled title={title} />;
  return (
    <>
      <SiteHeader />
      <Page>
        <PageHeading title="The show is over." lede={title} />
        <dl className="grid grid-cols-2 gap-4 border-y border-line py-4 sm:max-w-md">
          <div>
            <dt className="text-sm text-ink-soft">Length</dt>
            <dd className="text-lg font-semibold">{lengthWords(startedAt, endedAt)}</dd>
          </div>
          <div>
            <dt className="text-sm text-ink-soft">Watching at most</dt>
            <dd className="text-lg font-semibold">
              <Count value={peakWatching} />
            </dd>
          </div>
        </dl>
        <p className="mt-6 text-ink-soft">The chat is kept on the watch page.</p>
        <div className="mt-6 flex flex-wrap gap-2 max-sm:*:w-full">
          <Button asChild variant="primary">
            <Link href="/studio">New livestream</Link>
          </Button>
          <Button asChild>
            <Link href={watchPath(mint)}>Open the watch page</Link>
          </Button>
          <Button variant="quiet" onClick={() => setLogOpen(true)}>
            Event log
          </Button>
        </div>
        <EventLogDialog mint={mint} open={logOpen} onOpenChange={setLogOpen} />
      </Page>
    </>
  );
}

function StudioCancelled({ title }: { title: string }) {
  return (
    <>
      <SiteHeader />
      <Page>
        <PageHeading title="This livestream was cancelled." lede={title} />
        <Button asChild variant="primary">
          <Link href="/studio">New livestream</Link>
        </Button>
      </Page>
    </>
  );
}
