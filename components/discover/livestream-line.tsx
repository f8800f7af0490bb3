import { useTranslations } from "next-intl";
import { CreatorLink } from "@/components/livestreams/creator-link";
import { ShowLength } from "@/components/livestreams/show-length";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { watchPath } from "@/lib/client/livestreams/livestream-paths";
import type { Livestream } from "@/lib/contracts/livestreams";

type LivestreamLineProps = {
  livestream: Livestream;
  /** False if the whole list is by one creator. */
  withCreator: boolean;
};

/** A livestream that is not live: its start or its length, title and creator. */
export function LivestreamLine({ livestream, withCreator }: LivestreamLineProps) {
  const { mint, title } = livestream;
  return (
    <li className="relative flex flex-col gap-x-6 py-3 sm:flex-row sm:items-center">
      <span className="shrink-0 text-sm text-ink-soft sm:w-48">
        <When livestream={livestream} />
      </span>
      <h3 className="in-line min-w-0 font-medium wrap-anywhere sm:flex-1">
        <Link
          href={watchPath(mint)}
          dir="auto"
          className="underline-offset-4 hover:underline after:absolute after:inset-0 after:rounded"
        >
          {title}
        </Link>
      </h3>
      {withCreator ? (
        <CreatorLink livestream={livestream} className="self-start text-ink-soft sm:max-w-56" />
      ) : null}
    </li>
  );
}

function When({
  livestream: { status, scheduledAt, startedAt, endedAt },
}: {
  livestream: Livestream;
}) {
  const t = useTranslations("livestreams");
  if (status === "ended" && startedAt && endedAt) {
    return (
      <>
        <LocalTime value={endedAt} format="date" /> ·{" "}
        <ShowLength startedAt={startedAt} endedAt={endedAt} />
      </>
    );
  }
  return scheduledAt ? <LocalTime value={scheduledAt} format="day-time" /> : t("no-time-yet");
}
