import { useTranslations } from "next-intl";
import { Count } from "@/components/ui/count";
import { Elapsed } from "@/components/ui/elapsed";
import { NotUpToDate } from "@/components/ui/not-up-to-date";
import { Tally } from "@/components/ui/tally";
import type { JoinedShow } from "@/lib/client/join/use-joined-show";

/** The show's title, and whether it is live. */
export function ShowBar({ title, show }: { title: string; show: JoinedShow }) {
  const t = useTranslations("join");
  const { onAir, stale, startedAt, watching } = show;
  return (
    <header className="flex min-h-14 flex-wrap items-center gap-x-5 border-b border-line px-safe-4 pt-safe">
      <Tally on={onAir}>
        {t(onAir ? "on-air" : "off-air")}{" "}
        {onAir && startedAt ? <Elapsed since={startedAt} /> : null}
      </Tally>
      {onAir && watching !== null ? (
        <Count
          value={watching}
          unit={t("watching", { count: watching })}
          className="text-ink-soft max-sm:hidden"
        />
      ) : null}
      <h1 dir="auto" className="min-w-0 flex-1 truncate font-medium">
        {title}
      </h1>
      <NotUpToDate stale={stale} className="text-ink-soft max-sm:basis-full max-sm:pb-2" />
    </header>
  );
}
