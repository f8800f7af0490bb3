import Link from "next/link";
import { studioPath, watchPath } from "@/components/livestreams/livestream-paths";
import { visibilityWords } from "@/components/livestreams/visibility-words";
import { Button } from "@/components/ui/button";
import { Count } from "@/components/ui/count";
import { LocalTime } from "@/components/ui/local-time";
import { Tally } from "@/components/ui/tally";
import type { Livestream } from "@/lib/contracts/livestreams";

/** One livestream of mine: what it is, who may watch, when, and the two ways into it. */
export function MyLivestreamRow({ livestream }: { livestream: Livestream }) {
  const { mint, title, status, visibility } = livestream;
  return (
    <li className="flex flex-col gap-x-6 gap-y-3 py-4 sm:flex-row sm:items-center">
      <div className="min-w-0 flex-1">
        <h3 className="font-medium">{title}</h3>
        <p className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-soft">
          {status === "live" ? <Tally on /> : null}
          <span>{visibilityWords[visibility].title}</span>
          <When livestream={livestream} />
        </p>
      </div>
      <div className="flex shrink-0 gap-2">
        {status === "ended" ? null : (
          <Button asChild size="sm">
            <Link href={studioPath(mint)} aria-label={`Open studio of ${title}`}>
              Open studio
            </Link>
          </Button>
        )}
        <Button asChild size="sm" variant="quiet">
          <Link href={watchPath(mint)} aria-label={`Watch page of ${title}`}>
            Watch page
          </Link>
        </Button>
      </div>
    </li>
  );
}

function When({ livestream }: { livestream: Livestream }) {
  const { status, watching, scheduledAt, endedAt, createdAt } = livestream;
  switch (status) {
    case "live":
      return <Count value={watching} unit="watching" />;
    case "scheduled":
      return scheduledAt ? <LocalTime value={scheduledAt} format="day-time" /> : "No time set";
    case "ended":
      return <LocalTime value={endedAt ?? createdAt} format="date" />;
  }
}
