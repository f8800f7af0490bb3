"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { BeforeShow } from "@/components/watch/before-show";
import { Words } from "@/components/watch/words";
import { showLength } from "@/lib/client/livestreams/show-length";
import type { StartReminder } from "@/lib/client/watch/use-start-reminder";
import type { Curtain } from "@/lib/client/watch/watch-curtain";
import type { Livestream } from "@/lib/contracts/livestreams";

type CurtainWordsProps = {
  curtain: Curtain;
  livestream: Livestream;
  /** The show's data may be outdated. */
  stale: boolean;
  /** In a page of another site, without the chat beside the picture. */
  embedded?: true;
  reminder: StartReminder;
  onRetry: () => void;
};

/** The text a viewer sees while there is no picture, or not all of it. */
export function CurtainWords(props: CurtainWordsProps) {
  const { curtain, livestream, stale, embedded, reminder, onRetry } = props;
  const t = useTranslations("watch");
  switch (curtain) {
    case null:
      return null;
    case "before":
      return <BeforeShow livestream={livestream} stale={stale} reminder={reminder} />;
    case "connecting":
      return <Words title={t("connecting")} />;
    case "reconnecting":
      return <Words title={t("reconnecting")}>{t("reconnecting-next")}</Words>;
    case "host-away":
      return <Words title={t("host-away")} />;
    case "unreachable":
      return (
        <Words title={t("unreachable")} action={<Button onClick={onRetry}>{t("try-now")}</Button>}>
          {t("unreachable-next")}
        </Words>
      );
    case "ended":
      return <Ended livestream={livestream} embedded={embedded} />;
  }
}

function Ended({ livestream, embedded }: Pick<CurtainWordsProps, "livestream" | "embedded">) {
  const { status, startedAt, endedAt, peakWatching } = livestream;
  const cancelled = status === "cancelled";
  const t = useTranslations("watch");
  const { shape, hours, minutes } = showLength(startedAt, endedAt);
  return (
    <Words
      title={t(cancelled ? "cancelled" : "ended")}
      action={
        <Button asChild>
          <Link href="/">{t("see-live")}</Link>
        </Button>
      }
    >
      {cancelled
        ? t("cancelled-next")
        : t("was", { length: t(`length.${shape}`, { hours, minutes }), peak: peakWatching })}
      {!cancelled && !embedded ? <span className="block">{t("chat-kept")}</span> : null}
    </Words>
  );
}
