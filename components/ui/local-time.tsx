"use client";

import { useLocale } from "next-intl";
import { useSyncExternalStore } from "react";

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

type LocalTimeProps = {
  /** ISO instant. */
  value: string;
  format?: keyof typeof formats;
  className?: string;
};

const never = () => () => {};

/** An instant in the page's language and the reader's time zone; in the server's HTML, and until hydrated, in UTC. */
export function LocalTime({ value, format = "date-time", className }: LocalTimeProps) {
  const locale = useLocale();
  const text = useSyncExternalStore(
    never,
    () => new Intl.DateTimeFormat(regional(locale), formats[format]).format(new Date(value)),
    () => inUtc(value, format, locale),
  );
  return (
    <time dateTime={value} className={className}>
      {text}
    </time>
  );
}

/** The reader's own kind of the language, such as en-GB: it says how days and hours are written. */
const regional = (locale: string) =>
  navigator.languages.find((language) => language.split("-")[0] === locale) ?? locale;

function inUtc(value: string, format: keyof typeof formats, locale: string): string {
  const style = { ...formats[format], timeZone: "UTC" };
  const text = new Intl.DateTimeFormat(locale, style).format(new Date(value));
  return format === "date" ? text : `${text} UTC`;
}
