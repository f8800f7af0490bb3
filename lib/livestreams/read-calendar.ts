import "server-only";
import ical, { ICalEventStatus } from "ical-generator";
import type { Context } from "@/lib/context";
import { env } from "@/lib/env";
import { Problem } from "@/lib/problem";
import { requireWatchable } from "./find-livestream";

/** Nobody says how long a show will be; a calendar wants an end, or it shows no more than a line. */
const plannedMs = 3_600_000;

/**
 * The planned start as a calendar file. Its time is in UTC, which every calendar shows in its
 * reader's own zone, and right over a change of clocks.
 */
export async function readCalendar(
  { db, now }: Pick<Context, "db" | "now">,
  reader: { id: string } | null,
  mint: string,
): Promise<string> {
  const found = await requireWatchable(db, mint, reader?.id ?? null);
  const { scheduledAt, title, description, createdAt, status, startedAt } = found;
  if (!scheduledAt) throw new Problem("no-planned-start", "This livestream has no start time.");
  const { publicUrl } = env();
  const url = `${publicUrl}/watch/${mint}`;
  const cancelled = status === "ended" && !startedAt;
  const calendar = ical({ prodId: { company: "Greenroom", product: "Greenroom", language: "EN" } });
  calendar.createEvent({
    id: `${mint}@${new URL(publicUrl).hostname}`,
    // Whoever asks later has what is newer: no count of the changes is needed for that.
    sequence: Math.floor((now().getTime() - createdAt.getTime()) / 1_000),
    stamp: now(),
    start: scheduledAt,
    end: new Date(scheduledAt.getTime() + plannedMs),
    summary: title,
    description: { plain: [description, url].filter(Boolean).join("\n\n") },
    location: url,
    url,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return calendar.toString();
}
