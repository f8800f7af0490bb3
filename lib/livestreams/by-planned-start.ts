import type { Livestream } from "@/lib/contracts/livestreams";

/** The next one first; those without a planned start come last. */
export function byPlannedStart(a: Livestream, b: Livestream): number {
  if (a.scheduledAt === b.scheduledAt) return 0;
  if (!a.scheduledAt) return 1;
  if (!b.scheduledAt) return -1;
  return Date.parse(a.scheduledAt) - Date.parse(b.scheduledAt);
}
