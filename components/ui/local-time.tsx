"use client";

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

export type LocalTimeProps = {
  /** ISO instant. */
  value: string;
  format?: keyof typeof formats;
  className?: string;
};

const never = () => () => {};

/** An instant in the reader's own language and time zone; in the server's HTML, and until hydrated, in UTC. */
export function LocalTime({ value, format = "date-time", className }: LocalTimeProps) {
  const text = useSyncExternalStore(
    never,
    () => new Intl.DateTimeFormat(undefined, formats[format]).format(new Date(value)),
    () => inUtc(value, format),
  );
  return (
    <time dateTime={value} className={className}>
      {text}
    </time>
  );
}

function inUtc(value: string, format: keyof typeof formats): string {
  const text = new Intl.DateTimeFormat("en-GB", { ...formats[format], timeZone: "UTC" }).format(
    new Date(value),
  );
  return format === "date" ? text : `${text} UTC`;
}
