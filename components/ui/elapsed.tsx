"use client";

import { useLocale } from "next-intl";
import { useEffect, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { numberFormat } from "@/lib/client/browser/formats";
import { onceClockSet, serverNow } from "@/lib/client/server-api/server-clock";

type ElapsedProps = {
  /** The start of the count, as an ISO instant. */
  since: string;
  className?: string;
};

/** Time since an instant, as 0:42, 12:04 or 1:02:09. Not announced to screen readers. */
export function Elapsed({ since, className }: ElapsedProps) {
  const locale = useLocale();
  const seconds = useSecondsSince(since);
  return (
    <span
      role="timer"
      aria-label={seconds === undefined ? undefined : spoken(seconds, locale)}
      className={classNames(
        "whitespace-nowrap tabular-nums",
        seconds === undefined && "invisible",
        className,
      )}
    >
      {clock(seconds ?? 0)}
    </span>
  );
}

/** Undefined until the server's time is known. */
function useSecondsSince(since: string): number | undefined {
  const [seconds, setSeconds] = useState<number>();
  useEffect(() => {
    const startMs = Date.parse(since);
    let timer: ReturnType<typeof setTimeout> | undefined;
    function tick() {
      const elapsedMs = Math.max(0, serverNow() - startMs);
      setSeconds(Math.floor(elapsedMs / 1000));
      // Scheduled for the next full second each time, so that timer delays do not add up.
      timer = setTimeout(tick, 1000 - (elapsedMs % 1000));
    }
    const stop = onceClockSet(tick);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [since]);
  return seconds;
}

function partsOf(seconds: number) {
  return {
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
  };
}

/** A length in whole seconds, as 0:42, 12:04 or 1:02:09. */
export function clock(seconds: number): string {
  const { hour, minute, second } = partsOf(seconds);
  const two = (value: number) => String(value).padStart(2, "0");
  return hour > 0 ? `${hour}:${two(minute)}:${two(second)}` : `${minute}:${two(second)}`;
}

function spoken(seconds: number, locale: string): string {
  const words = Object.entries(partsOf(seconds))
    .filter(([unit, value]) => value > 0 || unit === "second")
    .map(([unit, value]) =>
      numberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(value),
    );
  return words.join(" ");
}
