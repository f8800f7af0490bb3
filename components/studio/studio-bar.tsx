"use client";

import {
  ArrowLeft,
  CalendarX,
  Clapperboard,
  Ellipsis,
  ExternalLink,
  Eye,
  Palette,
  Pencil,
  RadioTower,
  ScrollText,
  UserPlus,
  Users,
  UserX,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CancelLivestream } from "@/components/livestreams/cancel-livestream";
import { DetailsDialog } from "@/components/livestreams/details-dialog";
import { ProgrammeDialog } from "@/components/studio/encoders/programme-dialog";
import { EndShow } from "@/components/studio/end-show";
import { EventLogDialog } from "@/components/studio/event-log-dialog";
import { MembersDialog } from "@/components/studio/people/members-dialog";
import { RestrictionsDialog } from "@/components/studio/people/restrictions-dialog";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Count } from "@/components/ui/count";
import { Elapsed } from "@/components/ui/elapsed";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { Tally } from "@/components/ui/tally";
import { Tooltip } from "@/components/ui/tooltip";
import { runWithToast } from "@/lib/client/browser/run-with-toast";
import { watchPath } from "@/lib/client/livestreams/livestream-paths";
import { brandPath } from "@/lib/client/organizations/organization-paths";
import type { Studio } from "@/lib/client/studio/use-studio";
import { isUpcoming } from "@/lib/contracts/common/livestream-status";
import { may } from "@/lib/grants/capabilities";

type StudioBarProps = {
  studio: Studio;
  onInvite: () => void;
  onEncoder: () => void;
};

export function StudioBar({ studio, onInvite, onEncoder }: StudioBarProps) {
  const t = useTranslations("studio");
  const { livestream } = studio;
  // On air, the time and the count need a phone's whole width.
  const live = livestream.status === "live";
  return (
    <header className="z-20 shrink-0 border-b border-line bg-canvas pt-safe stacked:sticky stacked:top-0">
      <div className="flex h-14 items-center gap-1 px-safe-2 sm:gap-3 sm:px-safe-3">
        <Tooltip text={t("my-livestreams")} side="bottom">
          {/* A full page load, so that the browser asks before the show is left. */}
          <a
            href="/studio"
            aria-label={t("my-livestreams")}
            className={classNames(
              "inline-flex size-11 shrink-0 items-center justify-center rounded text-ink-soft hover:bg-fill hover:text-ink",
              live && "max-sm:hidden",
            )}
          >
            <ArrowLeft aria-hidden="true" className="size-5" />
          </a>
        </Tooltip>
        <ShowState studio={studio} />
        <h1
          dir="auto"
          className={classNames(
            "min-w-0 flex-1 truncate font-semibold max-sm:ml-2",
            live && "max-sm:sr-only",
          )}
        >
          {livestream.title}
        </h1>
        <div className="flex items-center gap-1 max-sm:ml-auto sm:gap-2">
          <StudioTools studio={studio} onInvite={onInvite} onEncoder={onEncoder} />
          {live ? <EndShow onEnd={studio.end} /> : null}
        </div>
      </div>
    </header>
  );
}

/**
 * Red only while the show is live and this page is connected: a lost connection is not "on air".
 */
function ShowState({ studio: { livestream, connection } }: { studio: Studio }) {
  const t = useTranslations("studio");
  const { status, startedAt, watching, peakWatching } = livestream;
  const lost = connection.name === "reconnecting" || connection.name === "lost";
  if (status !== "live") return <Tally on={false}>{t("bar.off-air")}</Tally>;
  return (
    <div className="flex items-center gap-2 whitespace-nowrap sm:gap-3">
      <Tally on={!lost} look="sign">
        <span className={lost ? undefined : "max-sm:sr-only"}>
          {t(lost ? "bar.lost" : "bar.on-air")}
        </span>
        {startedAt && !lost ? <Elapsed since={startedAt} /> : null}
      </Tally>
      <span className="inline-flex items-center gap-1.5 text-ink-soft">
        <Eye aria-hidden="true" className="size-5 sm:hidden" />
        <Count value={watching} compact />{" "}
        <span className="max-sm:sr-only">{t("bar.watching", { count: watching })}</span>
      </span>
      <span className="text-ink-faint max-lg:hidden">{t("bar.peak", { count: peakWatching })}</span>
    </div>
  );
}

type Open = "nothing" | "details" | "members" | "restrictions" | "programme" | "log" | "cancel";

function StudioTools({ studio, onInvite, onEncoder }: StudioBarProps) {
  const obs = useTranslations("stream-keys");
  const programme = useTranslations("programme");
  const t = useTranslations("studio");
  const restrictions = useTranslations("chat.restrictions");
  const cancelFailed = useTranslations("livestreams.manage")("cancel-failed");
  const { livestream, follow } = studio;
  const [open, setOpen] = useState<Open>("nothing");
  const bind = (name: Open) => ({
    open: open === name,
    onOpenChange: (next: boolean) => setOpen(next ? name : "nothing"),
  });
  return (
    <>
      <Button onClick={onInvite} className="max-sm:px-3">
        <UserPlus aria-hidden="true" />
        <span className="max-sm:sr-only">{t("bar.invite")}</span>
      </Button>
      <Menu trigger={<IconButton label={t("bar.more")} icon={<Ellipsis />} tooltipSide="bottom" />}>
        <MenuItem icon={<Pencil />} onSelect={() => setOpen("details")}>
          {t("bar.details")}
        </MenuItem>
        <MenuItem icon={<Users />} onSelect={() => setOpen("members")}>
          {t("bar.members")}
        </MenuItem>
        <MenuItem icon={<UserX />} onSelect={() => setOpen("restrictions")}>
          {restrictions("title")}
        </MenuItem>
        {may(studio.role, "manage-stream-keys") ? (
          <MenuItem icon={<RadioTower />} onSelect={onEncoder}>
            {obs("title")}
          </MenuItem>
        ) : null}
        <MenuItem icon={<Clapperboard />} onSelect={() => setOpen("programme")}>
          {programme("title")}
        </MenuItem>
        <MenuItem icon={<ScrollText />} onSelect={() => setOpen("log")}>
          {t("bar.log")}
        </MenuItem>
        <MenuItem asChild>
          <a href={watchPath(livestream.mint)} target="_blank" rel="noreferrer">
            <ExternalLink aria-hidden="true" className="text-ink-soft" />
            {t("bar.watch-page")}
          </a>
        </MenuItem>
        {studio.role === "creator" ? (
          <MenuItem asChild>
            <a
              href={brandPath(livestream.brandOrgId ?? livestream.orgId)}
              target="_blank"
              rel="noreferrer"
            >
              <Palette aria-hidden="true" className="text-ink-soft" />
              {t("bar.brand")}
            </a>
          </MenuItem>
        ) : null}
        <MenuItem asChild>
          <a href="/studio">
            <ArrowLeft aria-hidden="true" className="text-ink-soft" />
            {t("my-livestreams")}
          </a>
        </MenuItem>
        {isUpcoming(livestream.status) ? (
          <MenuItem icon={<CalendarX />} variant="danger" onSelect={() => setOpen("cancel")}>
            {t("bar.cancel")}
          </MenuItem>
        ) : null}
      </Menu>
      <DetailsDialog
        livestream={livestream}
        role={studio.role}
        onSaved={follow}
        {...bind("details")}
      />
      <MembersDialog mint={livestream.mint} role={studio.role} {...bind("members")} />
      <RestrictionsDialog mint={livestream.mint} {...bind("restrictions")} />
      <ProgrammeDialog mint={livestream.mint} {...bind("programme")} />
      <EventLogDialog mint={livestream.mint} {...bind("log")} />
      <CancelLivestream
        title={livestream.title}
        onCancel={() => runWithToast(studio.cancel, { failed: cancelFailed })}
        {...bind("cancel")}
      />
    </>
  );
}
