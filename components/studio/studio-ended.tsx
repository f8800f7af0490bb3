"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { ShowLength } from "@/components/livestreams/show-length";
import { EventLogDialog } from "@/components/studio/event-log-dialog";
import { Button } from "@/components/ui/button";
import { Count } from "@/components/ui/count";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { NotUpToDate } from "@/components/ui/not-up-to-date";
import { Notice } from "@/components/ui/notice";
import { Page, PageHeading } from "@/components/ui/page";
import { SiteHeader } from "@/components/ui/site-header";
import { SkeletonText } from "@/components/ui/skeleton";
import { reopenWithToast } from "@/lib/client/livestreams/livestream-actions";
import { studioPath, watchPath } from "@/lib/client/livestreams/livestream-paths";
import { useSummary } from "@/lib/client/studio/use-summary";
import { isOver } from "@/lib/contracts/common/livestream-status";
import type { Livestream } from "@/lib/contracts/livestreams";
import type { ShowSummary } from "@/lib/contracts/summary";
import { isolated } from "@/lib/words/isolated";

type Ended = { livestream: Livestream };
type StudioEndedProps = Ended & { stale: boolean };

/** Shown to hosts when the show has ended, or was cancelled before it began. */
export function StudioEnded({ livestream, stale }: StudioEndedProps) {
  const t = useTranslations("summary");
  const { mint, title, status, startedAt, endedAt } = livestream;
  const [logOpen, setLogOpen] = useState(false);
  const summary = useSummary(isOver(status) ? mint : null);
  if (status === "cancelled") return <StudioCancelled livestream={livestream} summary={summary} />;
  if (!startedAt || !endedAt) return <StudioEnding title={title} stale={stale} />;
  return (
    <>
      <SiteHeader />
      <Page>
        <PageHeading title={t("title")} lede={<bdi className="in-line block">{title}</bdi>} />
        <ForceEnded title={t("force-ended")} summary={summary} />
        <Figures
          livestream={livestream}
          summary={summary}
          startedAt={startedAt}
          endedAt={endedAt}
        />
        <p className="mt-6 text-ink-soft">{t("chat-kept")}</p>
        <Deletion summary={summary} />
        <div className="mt-6 flex flex-wrap gap-2 max-sm:*:w-full">
          <Button asChild variant="primary">
            <Link href="/studio">{t("new")}</Link>
          </Button>
          <Button asChild>
            <Link href={watchPath(mint)}>{t("watch-page")}</Link>
          </Button>
          <Button variant="quiet" onClick={() => setLogOpen(true)}>
            {t("event-log")}
          </Button>
        </div>
        <EventLogDialog mint={mint} open={logOpen} onOpenChange={setLogOpen} />
      </Page>
    </>
  );
}

type Summarized = { summary: ShowSummary | null };

/** The reason, if an admin of the installation ended it. */
function ForceEnded({ title, summary }: Summarized & { title: string }) {
  if (!summary?.forceEndReason) return null;
  return (
    <div className="mb-6 max-w-2xl">
      <Notice title={title}>
        <span dir="auto" className="wrap-anywhere">
          {summary.forceEndReason}
        </span>
      </Notice>
    </div>
  );
}

/** When the server deletes it, if it does. */
function Deletion({ summary }: Summarized) {
  const t = useTranslations("summary");
  const at = summary?.deletedAt;
  if (!at) return null;
  return (
    <p className="mt-2 text-ink-soft">
      {t.rich("deleted-at", { time: () => <LocalTime value={at} format="date" /> })}
    </p>
  );
}

type FiguresProps = Ended & Summarized & { startedAt: string; endedAt: string };

/** The page knows the first two figures; the others keep their place until loaded. */
function Figures({ livestream: { peakWatching }, summary, startedAt, endedAt }: FiguresProps) {
  const t = useTranslations("summary");
  const guests = summary?.guests ?? [];
  return (
    <dl className="grid grid-cols-2 gap-4 border-y border-line py-4 sm:grid-cols-4 sm:max-w-2xl">
      <Figure label={t("length")}>
        <ShowLength startedAt={startedAt} endedAt={endedAt} />
      </Figure>
      <Figure label={t("peak")}>
        <Count value={peakWatching} />
      </Figure>
      <Figure label={t("messages")}>{summary ? <Count value={summary.messages} /> : "–"}</Figure>
      <Figure label={t("guests")}>{summary ? <Count value={guests.length} /> : "–"}</Figure>
      {guests.length > 0 ? (
        <div className="col-span-full">
          <dt className="text-sm text-ink-soft">{t("on-stage")}</dt>
          <dd className="in-line wrap-anywhere">{guests.map(isolated).join(", ")}</dd>
        </div>
      ) : null}
    </dl>
  );
}

function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-ink-soft">{label}</dt>
      <dd className="text-lg font-semibold">{children}</dd>
    </div>
  );
}

/**
 * The media server reported the end first. The livestream will tell whether the show was ever on
 * air.
 */
function StudioEnding({ title, stale }: { title: string; stale: boolean }) {
  return (
    <>
      <SiteHeader />
      <Page>
        <PageHeading title={title} />
        <NotUpToDate stale={stale} className="mb-4" />
        <SkeletonText lines={3} />
      </Page>
    </>
  );
}

function StudioCancelled({ livestream, summary }: Ended & Summarized) {
  const t = useTranslations("summary");
  const { mint, title } = livestream;
  const [reopening, setReopening] = useState(false);

  async function reopen() {
    setReopening(true);
    // A full page load, since the studio of a livestream that is over stays over.
    if (await reopenWithToast(livestream)) window.location.assign(studioPath(mint));
    else setReopening(false);
  }

  return (
    <>
      <SiteHeader />
      <Page>
        <PageHeading title={t("cancelled")} lede={<bdi className="in-line block">{title}</bdi>} />
        <ForceEnded title={t("force-cancelled")} summary={summary} />
        <Deletion summary={summary} />
        <div className="mt-6 flex flex-wrap gap-2 max-sm:*:w-full">
          {summary?.forceEndReason ? null : (
            <Button variant="primary" pending={reopening} onClick={reopen}>
              {t("reopen")}
            </Button>
          )}
          <Button asChild>
            <Link href="/studio">{t("my-livestreams")}</Link>
          </Button>
        </div>
      </Page>
    </>
  );
}
