"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Count } from "@/components/ui/count";
import { LocalTime } from "@/components/ui/local-time";
import type { Curtain } from "@/lib/client/watch-curtain";
import type { Livestream } from "@/lib/contracts/livestreams";

type CurtainWordsProps = { curtain: Curtain; livestream: Livestream; onRetry: () => void };

/** What a viewer reads while there is no picture, or not the whole one. */
export function CurtainWords({ curtain, livestream, onRetry }: CurtainWordsProps) {
  switch (curtain) {
    case null:
      return null;
    case "before":
      return <Before scheduledAt={livestream.scheduledAt} />;
    case "connecting":
      return <Words title="Connecting" />;
    case "reconnecting":
      return (
        <Words title="Reconnecting">
          Your connection dropped. The picture comes back by itself.
        </Words>
      );
    case "host-away":
      return <Words title="The host’s connection is lost. Back soon." />;
    case "unreachable":
      return (
        <Words
          title="The show cannot be reached"
          action={<Button onClick={onRetry}>Try now</Button>}
        >
          It may be your connection or our server. This page keeps trying.
        </Words>
      );
    case "ended":
      return <Ended livestream={livestream} />;
  }
}

type WordsProps = { title: ReactNode; action?: ReactNode; children?: ReactNode };

function Words({ title, action, children }: WordsProps) {
  return (
    <div className="flex max-w-md flex-col items-center gap-1 px-5 text-center">
      <p className="text-lg font-semibold text-balance sm:text-xl">{title}</p>
      {children ? <p className="text-balance">{children}</p> : null}
      {action ? <div className="mt-3">{action}</div> : null}
    </div>
  );
}

function Before({ scheduledAt }: Pick<Livestream, "scheduledAt">) {
  const title = scheduledAt ? (
    <>
      Starts <LocalTime value={scheduledAt} format="day-time" />
    </>
  ) : (
    "Starts soon"
  );
  return <Words title={title}>Leave this page open: the show begins here by itself.</Words>;
}

function Ended({ livestream: { startedAt, endedAt, peakWatching } }: { livestream: Livestream }) {
  return (
    <Words
      title={startedAt ? "The show has ended" : "This show was cancelled"}
      action={
        <Button asChild>
          <Link href="/">See what’s live</Link>
        </Button>
      }
    >
      {startedAt && endedAt ? (
        <>
          {onAirFor(startedAt, endedAt)} on air, up to{" "}
          <Count value={peakWatching} unit="watching" />
        </>
      ) : (
        "It was called off before it began."
      )}
    </Words>
  );
}

function onAirFor(startedAt: string, endedAt: string): string {
  const minutes = Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 60_000);
  if (minutes < 1) return "Less than a minute";
  const hours = Math.floor(minutes / 60);
  return [hours > 0 ? `${hours} h` : "", minutes % 60 > 0 ? `${minutes % 60} min` : ""]
    .filter(Boolean)
    .join(" ");
}
