"use client";

import { useFormatter, useTranslations } from "next-intl";
import { kept, type SendHealth } from "@/lib/client/preflight/send-health";
import { sparkline } from "@/lib/client/preflight/sparkline";

/** Four figures of the outgoing media, each with its last two minutes. */
export function HealthStrip({ health: { points, last } }: { health: SendHealth }) {
  const t = useTranslations("health");
  const format = useFormatter();
  const now = points.at(-1);
  if (!now || !last) {
    return <p className="px-4 py-3 text-sm text-ink-soft">{t("measuring")}</p>;
  }
  const number = (value: number) => format.number(value, { maximumFractionDigits: 0 });
  const { picture } = last;
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 px-4 py-3 lg:grid-cols-4">
      <Figure
        name={t("bitrate")}
        value={t("kbps", { value: number(now.kbps) })}
        values={points.map(({ kbps }) => kbps)}
        least={500}
      />
      <Figure
        name={
          picture
            ? t("picture", { width: picture.width, height: picture.height })
            : t(last.resting ? "resting" : "no-picture")
        }
        value={picture ? t("frames", { value: picture.framesPerSecond }) : "–"}
        values={points.map(({ framesPerSecond }) => framesPerSecond)}
        least={30}
      />
      <Figure
        name={t("loss")}
        value={format.number(now.loss, { style: "percent", maximumFractionDigits: 1 })}
        values={points.map(({ loss }) => loss)}
        least={0.1}
      />
      <Figure
        name={t("round-trip")}
        value={now.roundTripMs === null ? "–" : t("ms", { value: number(now.roundTripMs) })}
        values={points.map(({ roundTripMs }) => roundTripMs)}
        least={200}
      />
    </dl>
  );
}

type FigureProps = {
  name: string;
  value: string;
  values: readonly (number | null)[];
  /** The smallest value that reaches the top of the chart. */
  least: number;
};

const box = { width: 120, height: 24, slots: kept };

function Figure({ name, value, values, least }: FigureProps) {
  return (
    <div className="min-w-0">
      <dt className="truncate text-sm text-ink-soft">{name}</dt>
      <dd className="font-medium tabular-nums">
        {value}
        <svg
          aria-hidden="true"
          viewBox={`0 -1 ${box.width} ${box.height + 2}`}
          preserveAspectRatio="none"
          className="mt-1 block h-6 w-full text-ink-soft"
        >
          <polyline
            points={sparkline(values, box, least)}
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            vectorEffect="non-scaling-stroke"
          />
        </svg>
      </dd>
    </div>
  );
}
