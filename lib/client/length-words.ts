/** How long a show was: "48 min", "1 h 12 min", "under a minute"; a dash for one that never began. */
export function lengthWords(startedAt: string | null, endedAt: string | null): string {
  if (!startedAt || !endedAt) return "–";
  const minutes = Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 60_000);
  if (minutes < 1) return "under a minute";
  const hours = Math.floor(minutes / 60);
  return hours > 0 ? `${hours} h ${minutes % 60} min` : `${minutes} min`;
}
