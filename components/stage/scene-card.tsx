"use client";

import { useTranslations } from "next-intl";
import { u } from "@/components/stage/units";
import { classNames } from "@/components/ui/class-names";
import { useCountdown } from "@/lib/client/server-api/use-countdown";
import type { Scene } from "@/lib/contracts/common/scenes";
import type { Livestream } from "@/lib/contracts/livestreams";
import styles from "./programme.module.css";

/** What the cards say of a show. */
export type CardShow = Pick<Livestream, "title"> & Partial<Pick<Livestream, "cover">>;

type SceneCardProps = {
  scene: Exclude<Scene, "show">;
  countdownTo: string | null;
  show: CardShow;
  /** Whether a picture is behind the card. A cover is in front of it. */
  onPicture: boolean;
};

/** In place of the stage: what is going on, for how long, and which show this is. */
export function SceneCard({ scene, countdownTo, show, onPicture }: SceneCardProps) {
  const t = useTranslations("stage.scenes");
  const { title, cover } = show;
  const dimmed = Boolean(cover) || onPicture;
  return (
    <div
      data-card=""
      className={classNames("absolute inset-0", dimmed ? "text-scrim-ink" : styles.card)}
    >
      {cover ? (
        <img src={cover} alt="" className="absolute inset-0 size-full object-cover" />
      ) : null}
      {dimmed ? <div className="absolute inset-0 bg-scrim" /> : null}
      <div
        className="relative z-2 flex size-full flex-col items-center justify-center text-center"
        style={{ padding: u(80), gap: u(24) }}
      >
        <p className="leading-tight font-semibold" style={{ fontSize: u(88) }}>
          {t(`cards.${scene}`)}
        </p>
        {countdownTo ? <TimeLeft until={countdownTo} /> : null}
        <p
          dir="auto"
          className="line-clamp-2 leading-snug text-balance wrap-anywhere"
          style={{ fontSize: u(44) }}
        >
          {title}
        </p>
      </div>
    </div>
  );
}

/** Not announced: a clock read aloud every second would drown out everything else. */
function TimeLeft({ until }: { until: string }) {
  const left = useCountdown(until);
  if (left === null) return null;
  const { days = 0, hours = 0, minutes = 0, seconds = 0 } = left ?? {};
  const [first, ...others] =
    days * 24 + hours > 0 ? [days * 24 + hours, minutes, seconds] : [minutes, seconds];
  return (
    <p
      role="timer"
      aria-live="off"
      className={left ? "leading-none font-semibold tabular-nums" : "invisible leading-none"}
      style={{ fontSize: u(160) }}
    >
      {[String(first), ...others.map((each) => String(each).padStart(2, "0"))].join(":")}
    </p>
  );
}
