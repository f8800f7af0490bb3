"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AdminList, AdminRow, Details } from "@/components/admin/admin-list";
import { ReasonDialog } from "@/components/admin/reason-dialog";
import { Button } from "@/components/ui/button";
import { LocalTime } from "@/components/ui/local-time";
import { Tally } from "@/components/ui/tally";
import { useAllLivestreams } from "@/lib/client/admin/use-all-livestreams";
import { isEmpty, type Paged, type Wish } from "@/lib/client/admin/use-paged";
import { watchPath } from "@/lib/client/livestreams/livestream-paths";
import { isOver } from "@/lib/contracts/common/livestream-status";
import type { Livestream } from "@/lib/contracts/livestreams";
import { isolated } from "@/lib/words/isolated";

export function AllLivestreams({ first, wish }: { first: Paged<Livestream>; wish: Wish }) {
  const t = useTranslations("admin");
  const { list, end } = useAllLivestreams(first, wish);
  return (
    <AdminList
      label={t("sections.livestreams")}
      list={list}
      none={t(isEmpty(wish) ? "livestreams.empty" : "livestreams.none")}
      row={(livestream) => (
        <LivestreamRow
          key={livestream.mint}
          livestream={livestream}
          end={(reason) => end(livestream.mint, reason)}
        />
      )}
    />
  );
}

type LivestreamRowProps = { livestream: Livestream; end: (reason: string) => Promise<void> };

function LivestreamRow({ livestream, end }: LivestreamRowProps) {
  const t = useTranslations("admin.livestreams");
  const { mint, status, visibility, creator, watching } = livestream;
  return (
    <AdminRow
      title={<Title livestream={livestream} />}
      badges={status === "live" ? [] : [t(`status.${status}`)]}
      action={isOver(status) ? null : <EndLivestream livestream={livestream} end={end} />}
    >
      <p>
        <bdi>{creator.name}</bdi>
        {` · @${creator.handle}`}
      </p>
      <Details>
        {status === "live" ? (
          <>
            <Tally on>{t("status.live")}</Tally>
            <span>{t("watching", { count: watching })}</span>
          </>
        ) : null}
        <span>{t(`visibility.${visibility}`)}</span>
        <When livestream={livestream} />
        <Link
          href={`/admin/audit-log?q=${mint}`}
          className="touch-target relative underline underline-offset-4 hover:text-ink"
        >
          {t("decisions")}
        </Link>
      </Details>
    </AdminRow>
  );
}

/** Admins have no role in private shows, and their watch page answers so. */
function Title({ livestream: { mint, title, visibility } }: { livestream: Livestream }) {
  if (visibility === "private") return title;
  return (
    <Link href={watchPath(mint)} className="underline-offset-4 hover:underline">
      {title}
    </Link>
  );
}

function When({ livestream }: { livestream: Livestream }) {
  const t = useTranslations("admin.livestreams");
  const { status, scheduledAt, startedAt, endedAt, createdAt } = livestream;
  const at = {
    draft: createdAt,
    scheduled: scheduledAt,
    live: startedAt,
    ended: endedAt,
    cancelled: endedAt,
  }[status];
  return (
    <span>{t.rich("when", { status, time: () => <LocalTime value={at ?? createdAt} /> })}</span>
  );
}

function EndLivestream({ livestream, end }: LivestreamRowProps) {
  const t = useTranslations("admin.livestreams");
  const title = isolated(livestream.title);
  const [open, setOpen] = useState(false);
  const how = livestream.status === "live" ? "end" : "cancel";
  return (
    <>
      <Button
        size="sm"
        aria-label={t(`${how}.named`, { title })}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t(`${how}.short`)}
      </Button>
      <ReasonDialog
        title={t(`${how}.question`, { title })}
        consequence={t(`${how}.words`)}
        hint={t("reason-hint")}
        verb={t(`${how}.verb`)}
        done={t(`${how}.done`, { title })}
        act={end}
        open={open}
        onOpenChange={setOpen}
      />
    </>
  );
}
