"use client";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { LocalTime } from "@/components/ui/local-time";
import { Notice } from "@/components/ui/notice";
import { SkeletonText } from "@/components/ui/skeleton";
import { wordsOf } from "@/lib/client/event-log-words";
import { type EventLog, useEventLog } from "@/lib/client/use-event-log";

type EventLogDialogProps = { mint: string; open: boolean; onOpenChange: (open: boolean) => void };

/** Who came, went and was on air, and when, as LiveKit reported it. */
export function EventLogDialog({ mint, open, onOpenChange }: EventLogDialogProps) {
  const log = useEventLog(mint, open);
  return (
    <Dialog
      title="Event log"
      description="What happened in this show, the newest first. Hidden viewers are not named."
      open={open}
      onOpenChange={onOpenChange}
    >
      <div aria-busy={log.loading} className="flex flex-col gap-3">
        <Entries log={log} />
        {log.problem ? <Notice tone="problem">{log.problem}</Notice> : null}
        {log.more || log.problem ? (
          <Button
            variant="quiet"
            pending={log.loading}
            onClick={log.loadOlder}
            className="self-center"
          >
            {log.entries ? "Load older" : "Try again"}
          </Button>
        ) : null}
      </div>
    </Dialog>
  );
}

function Entries({ log: { entries, problem } }: { log: EventLog }) {
  if (!entries) return problem ? null : <SkeletonText lines={4} />;
  if (entries.length === 0) {
    return (
      <EmptyState>Nothing has happened yet. Who joins and who leaves is noted here.</EmptyState>
    );
  }
  return (
    <ol aria-label="Events" className="divide-y divide-line border-y border-line">
      {entries.map((entry) => (
        <li
          key={entry.seq}
          className="flex flex-wrap items-baseline justify-between gap-x-4 py-2 wrap-anywhere"
        >
          <span>{wordsOf(entry)}</span>
          <LocalTime
            value={entry.happenedAt}
            format="moment"
            className="text-sm text-ink-soft tabular-nums"
          />
        </li>
      ))}
    </ol>
  );
}
