"use client";

import Link from "next/link";
import { ChatPanel } from "@/components/chat/chat-panel";
import { watchPath } from "@/components/livestreams/livestream-paths";
import { Button } from "@/components/ui/button";
import { Count } from "@/components/ui/count";
import { Page, PageHeading } from "@/components/ui/page";
import { lengthWords } from "@/lib/client/length-words";
import type { Studio } from "@/lib/client/use-studio";
import type { Person } from "@/lib/contracts/livestreams";

type StudioEndedProps = { studio: Studio; me: Person };

export function StudioEnded({ studio: { livestream }, me }: StudioEndedProps) {
  const { mint, title, startedAt, endedAt, peakWatching } = livestream;
  return (
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
      <div className="mt-6 flex flex-wrap gap-2 max-sm:*:w-full">
        <Button asChild variant="primary">
          <Link href="/studio">New livestream</Link>
        </Button>
        <Button asChild>
          <Link href={watchPath(mint)}>Open the watch page</Link>
        </Button>
      </div>
      <div className="mt-10 h-96 border border-line">
        <ChatPanel
          mint={mint}
          room={null}
          me={{ kind: "account", subject: me.id, name: me.name, isHost: true }}
          closed
          slowModeSeconds={livestream.slowModeSeconds}
        />
      </div>
    </Page>
  );
}
