"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { LocalTime } from "@/components/ui/local-time";
import { Notice } from "@/components/ui/notice";
import { SkeletonText } from "@/components/ui/skeleton";
import { wordsOf } from "@/lib/client/studio/event-log-words";
import { useEventLog } from "@/lib/client/studio/use-event-log";
import { isolated } from "@/lib/words/isolated";

type EventLogDialogProps = { mint: string; open: boolean; onOpenChange: (open: boolean) => void };

/** When people joined, left and were on air, and what hosts decided. */
export function EventLogDialog({ mint, open, onOpenChange }: EventLogDialogProps) {
  const t = useTranslations("studio");
  const ui = useTranslations("ui");
  const log = useEventLog(mint, open);
  return (
    <Dialog
      title={t("log.title")}
      description={t("log.about")}
      open={open}
      onOpenChange={onOpenChange}
    >
      <div aria-busy={log.loading} className="flex flex-col gap-3">
        <Entries log={log} />
        {log.problem && !log.loading ? <Notice tone="problem">{log.problem}</Notice> : null}
        {log.value?.more || log.problem ? (
          <Button
            variant="quiet"
            pending={log.loading}
            onClick={log.loadMore}
            className="self-center"
          >
            {log.value ? t("log.older") : ui("try-again")}
          </Button>
        ) : null}
      </div>
    </Dialog>
  );
}

const withReason = new Set(["person_banned", "show_force_ended"]);

function Entries({ log: { value, problem } }: { log: ReturnType<typeof useEventLog> }) {
  const t = useTranslations("studio");
  if (!value) return problem ? null : <SkeletonText lines={4} />;
  if (value.entries.length === 0) {
    return <EmptyState>{t("log.empty")}</EmptyState>;
  }
  return (
    <ol aria-label={t("log.list")} className="divide-y divide-line border-y border-line">
      {value.entries.map((entry) => (
        <li
          key={entry.seq}
          className="flex flex-wrap items-baseline justify-between gap-x-4 py-2 wrap-anywhere"
        >
          <div>
            <p>{wordsOf(entry, t)}</p>
            {withReason.has(entry.event) && entry.detail ? (
              <p className="text-sm text-ink-soft">
                {t("log.reason", { reason: isolated(entry.detail) })}
              </p>
            ) : null}
          </div>
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
