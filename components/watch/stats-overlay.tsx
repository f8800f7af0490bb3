"use client";

import type { Room } from "livekit-client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { IconButton } from "@/components/ui/icon-button";
import type { PictureStats } from "@/lib/client/player/picture-stats";
import { usePictureStats } from "@/lib/client/player/use-picture-stats";

type StatsOverlayProps = {
  room: Room;
  box: RefObject<HTMLElement | null>;
  onClose: () => void;
};

/** Connection stats over the picture, with a note on what the delay includes. */
export function StatsOverlay({ room, box, onClose }: StatsOverlayProps) {
  const t = useTranslations("watch.stats");
  const stats = usePictureStats(room, box);
  const rows = useRows(stats);
  return (
    <section
      aria-label={t("title")}
      className="on-picture absolute top-2 left-2 z-15 max-h-[calc(100%-4.5rem)] w-84 max-w-[calc(100%-1rem)] overflow-y-auto rounded text-sm max-sm:fixed max-sm:inset-x-2 max-sm:top-auto max-sm:bottom-2 max-sm:z-30 max-sm:max-h-[60dvh] max-sm:w-auto max-sm:bg-letterbox"
    >
      <header className="flex items-center justify-between pl-3">
        <h2 className="font-semibold">{t("title")}</h2>
        <IconButton
          label={t("close")}
          icon={<X aria-hidden="true" />}
          variant="picture"
          tooltipSide="bottom"
          className="bg-transparent!"
          onClick={onClose}
        />
      </header>
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-0.5 px-3 tabular-nums">
        {rows.map(({ term, value }) => (
          <div key={term} className="contents">
            <dt>{term}</dt>
            <dd className="text-right">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="px-3 pt-2 pb-3">{t("contains")}</p>
    </section>
  );
}

function useRows(stats: PictureStats | null): { term: string; value: string }[] {
  const t = useTranslations("watch.stats");
  const { width, height, codec } = stats ?? {};
  const shown = (
    word: "ms" | "kbit" | "percent" | "per-second",
    value: number | null | undefined,
    digits = 0,
  ) =>
    value === null || value === undefined
      ? t("unknown")
      : t(word, { value: Number(value.toFixed(digits)) });
  return [
    { term: t("resolution"), value: width && height ? `${width} × ${height}` : t("unknown") },
    { term: t("frames"), value: shown("per-second", stats?.framesPerSecond) },
    { term: t("bitrate"), value: shown("kbit", stats?.kbitPerSecond) },
    { term: t("codec"), value: codec ?? t("unknown") },
    { term: t("loss"), value: shown("percent", stats?.lostPercent, 1) },
    { term: t("round-trip"), value: shown("ms", stats?.roundTripMs) },
    { term: t("buffer"), value: shown("ms", stats?.bufferMs) },
    { term: t("delay"), value: shown("ms", stats?.delayMs) },
  ];
}
