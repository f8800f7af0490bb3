import { useTranslations } from "next-intl";
import { LivestreamMenu } from "@/components/livestreams/livestream-menu";
import { Button } from "@/components/ui/button";
import { Count } from "@/components/ui/count";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { Tally } from "@/components/ui/tally";
import { studioPath, watchPath } from "@/lib/client/livestreams/livestream-paths";
import { isOver } from "@/lib/contracts/common/livestream-status";
import type { Livestream } from "@/lib/contracts/livestreams";
import { isolated } from "@/lib/words/isolated";

type MyLivestreamRowProps = {
  livestream: Livestream;
  /** The id of the account that hosts it. */
  me: string;
};

/**
 * One of this person's livestreams: title, visibility, time, and links to the studio and the watch
 * page.
 */
export function MyLivestreamRow({ livestream, me }: MyLivestreamRowProps) {
  const t = useTranslations("livestreams");
  const { mint, title, status, visibility, creator } = livestream;
  return (
    <li className="flex flex-col gap-x-6 gap-y-3 py-4 sm:flex-row sm:items-center">
      <div className="min-w-0 flex-1">
        <h3 dir="auto" className="in-line font-medium wrap-anywhere">
          {title}
        </h3>
        <p className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-soft">
          {status === "live" ? <Tally on>{t("mine.on-air")}</Tally> : null}
          {status === "draft" ? (
            <span className="rounded bg-fill px-2 font-medium text-ink">{t("manage.draft")}</span>
          ) : null}
          <span>{t(`visibility.${visibility}.title`)}</span>
          <When livestream={livestream} />
        </p>
      </div>
      <div className="flex shrink-0 gap-2">
        {isOver(status) ? null : (
          <Button asChild size="sm">
            <Link
              href={studioPath(mint)}
              aria-label={t("mine.open-studio-of", { title: isolated(title) })}
            >
              {t("mine.open-studio")}
            </Link>
          </Button>
        )}
        <Button asChild size="sm" variant="quiet">
          <Link
            href={watchPath(mint)}
            aria-label={t("mine.watch-page-of", { title: isolated(title) })}
          >
            {t("mine.watch-page")}
          </Link>
        </Button>
        <LivestreamMenu livestream={livestream} role={creator.id === me ? "creator" : "host"} />
      </div>
    </li>
  );
}

function When({ livestream }: { livestream: Livestream }) {
  const t = useTranslations("livestreams");
  const { status, watching, scheduledAt, endedAt, createdAt } = livestream;
  switch (status) {
    case "live":
      return <Count value={watching} unit={t("watching", { count: watching })} />;
    case "draft":
    case "scheduled":
    case "cancelled":
      return scheduledAt ? <LocalTime value={scheduledAt} format="day-time" /> : t("mine.no-time");
    case "ended":
      return <LocalTime value={endedAt ?? createdAt} format="date" />;
  }
}
