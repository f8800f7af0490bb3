"use client";

import { Bell, CalendarPlus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { LocalTime } from "@/components/ui/local-time";
import { NotUpToDate } from "@/components/ui/not-up-to-date";
import { Words } from "@/components/watch/words";
import { numberFormat } from "@/lib/client/browser/formats";
import { calendarPath } from "@/lib/client/livestreams/livestream-paths";
import type { Countdown } from "@/lib/client/server-api/countdown";
import { useCountdown } from "@/lib/client/server-api/use-countdown";
import type { StartReminder } from "@/lib/client/watch/use-start-reminder";
import type { Livestream } from "@/lib/contracts/livestreams";

type BeforeShowProps = { livestream: Livestream; stale: boolean; reminder: StartReminder };

/** Shown in place of the picture until the show begins. */
export function BeforeShow({ livestream, stale, reminder }: BeforeShowProps) {
  const { mint, scheduledAt } = livestream;
  const t = useTranslations("watch");
  const title = scheduledAt
    ? t.rich("starts", { time: () => <LocalTime value={scheduledAt} format="day-time" /> })
    : t("starts-soon");
  return (
    <Words
      title={title}
      action={
        <>
          <ReminderButton reminder={reminder} />
          {scheduledAt ? (
            <Button asChild size="sm">
              <a href={calendarPath(mint)}>
                <CalendarPlus aria-hidden="true" />
                {t("calendar")}
              </a>
            </Button>
          ) : null}
        </>
      }
    >
      {scheduledAt ? <Left until={scheduledAt} /> : null}
      <span role="status" className="block">
        {reminderText(t, reminder)}
      </span>
      <NotUpToDate stale={stale} className="mt-2 justify-center" />
    </Words>
  );
}

function ReminderButton({ reminder: { state, ask, stop } }: Pick<BeforeShowProps, "reminder">) {
  const t = useTranslations("watch.tell");
  if (state === "impossible" || state === "refused") return null;
  return (
    <Button size="sm" pending={state === "asking"} onClick={state === "told" ? stop : ask}>
      <Bell aria-hidden="true" />
      {t(state === "told" ? "stop" : "ask")}
    </Button>
  );
}

function reminderText(
  t: ReturnType<typeof useTranslations<"watch">>,
  { state }: StartReminder,
): string {
  if (state === "told" || state === "refused" || state === "impossible") return t(`tell.${state}`);
  return t("leave-open");
}

/** Not announced: a clock read aloud every second would drown out everything else. */
function Left({ until }: { until: string }) {
  const t = useTranslations("watch");
  const locale = useLocale();
  const left = useCountdown(until);
  if (left === null) return <span className="block">{t("starts-soon")}</span>;
  return (
    <span role="timer" aria-live="off" className={left ? "block tabular-nums" : "invisible block"}>
      {t("in", { time: left ? spoken(left, locale) : "0" })}
    </span>
  );
}

const units = ["day", "hour", "minute", "second"] as const;

/** The two largest units, or minutes and seconds in the last hour. */
function spoken({ days, hours, minutes, seconds }: Countdown, locale: string): string {
  const values = [days, hours, minutes, seconds];
  const first = Math.min(
    values.findIndex((value) => value > 0),
    units.length - 2,
  );
  return values
    .slice(first, first + 2)
    .map((value, index) => {
      const unit = units[first + index];
      return numberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(value);
    })
    .join(" ");
}
