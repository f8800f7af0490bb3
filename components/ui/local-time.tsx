"use client";

import { useLocale } from "next-intl";
import { useEffect, useSyncExternalStore } from "react";
import { dateFormat } from "@/lib/client/browser/formats";
import { never } from "@/lib/client/browser/never";

const formats = {
  date: { dateStyle: "medium" },
  time: { timeStyle: "short" },
  "date-time": { dateStyle: "medium", timeStyle: "short" },
  "day-time": {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "numeric",
    minute: "2-digit",
  },
  moment: {
    day: "numeric",
    month: "short",
    hour: "numeric",
    minute: "2-digit",
    second: "2-digit",
  },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

type TimeFormat = keyof typeof formats;

type LocalTimeProps = {
  /** ISO instant. */
  value: string;
  format?: TimeFormat;
  className?: string;
};

/**
 * An instant in the page's language and the reader's time zone; UTC in the server's HTML and until
 * hydration.
 */
export function LocalTime({ value, format = "date-time", className }: LocalTimeProps) {
  const locale = useLocale();
  const text = useSyncExternalStore(
    never,
    () => ownFormat(locale, format).format(new Date(value)),
    () => inUtc(value, format, locale),
  );
  return (
    <time dateTime={value} className={className}>
      {text}
    </time>
  );
}

/**
 * The reader's regional variant of the language, such as en-GB, which defines how days and hours
 * are written.
 */
const regional = (locale: string) =>
  navigator.languages.find((language) => language.split("-")[0] === locale) ?? locale;

const ownFormat = (locale: string, format: TimeFormat) =>
  dateFormat(regional(locale), formats[format]);

/** Creates the formatter ahead of time, for views whose first time must appear quickly. */
export function useTimeAhead(format: TimeFormat): void {
  const locale = useLocale();
  useEffect(() => {
    const timer = setTimeout(() => ownFormat(locale, format));
    return () => clearTimeout(timer);
  }, [locale, format]);
}

function inUtc(value: string, format: TimeFormat, locale: string): string {
  const style = { ...formats[format], timeZone: "UTC" };
  const text = dateFormat(locale, style).format(new Date(value));
  return format === "date" ? text : `${text} UTC`;
}
