import "server-only";
import ical, { ICalEventStatus } from "ical-generator";
import type { Context } from "@/lib/context";
import { env } from "@/lib/env";
import { Problem } from "@/lib/problem";
import { requireWatchable } from "./find-livestream";

/** The length of a show is unknown, but without an end calendars show no more than a line. */
const plannedMs = 3_600_000;

/**
 * The planned start as a calendar file. The time is in UTC: calendars show it in the reader's own
 * zone, and correctly across clock changes.
 */
export async function readCalendar(
  { db, now }: Pick<Context, "db" | "now">,
  reader: { id: string } | null,
  mint: string,
): Promise<string> {
  const found = await requireWatchable(db, mint, reader?.id ?? null);
  const { scheduledAt, title, description, createdAt, status } = found;
  if (!scheduledAt) throw new Problem("no-planned-start", "This livestream has no start time.");
  const { publicUrl } = env();
  const url = `${publicUrl}/watch/${mint}`;
  const calendar = ical({ prodId: { company: "Greenroom", product: "Greenroom", language: "EN" } });
  calendar.createEvent({
    id: `${mint}@${new URL(publicUrl).hostname}`,
    // Grows with time, so later downloads count as newer without a change counter.
    sequence: Math.floor((now().getTime() - createdAt.getTime()) / 1_000),
    stamp: now(),
    start: scheduledAt,
    end: new Date(scheduledAt.getTime() + plannedMs),
    summary: title,
    description: { plain: [description, url].filter(Boolean).join("\n\n") },
    location: url,
    url,
    status: status === "cancelled" ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return calendar.toString();
}
