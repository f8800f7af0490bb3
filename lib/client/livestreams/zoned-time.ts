/** Time zones that browsers still list under their first name (CLDR), with today's names. */
const renamed: Record<string, string> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Catamarca": "America/Argentina/Catamarca",
  "America/Coral_Harbour": "America/Atikokan",
  "America/Cordoba": "America/Argentina/Cordoba",
  "America/Godthab": "America/Nuuk",
  "America/Indianapolis": "America/Indiana/Indianapolis",
  "America/Jujuy": "America/Argentina/Jujuy",
  "America/Louisville": "America/Kentucky/Louisville",
  "America/Mendoza": "America/Argentina/Mendoza",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};

export const currentName = (zone: string): string => renamed[zone] ?? zone;

/** The browser's time zone, such as `Europe/Berlin`. */
export const ownTimeZone = () => currentName(new Intl.DateTimeFormat().resolvedOptions().timeZone);

/** All time zones to choose from, the reader's first. `kept` is the one already stored. */
export function timeZones(kept: string): string[] {
  const known = Intl.supportedValuesOf("timeZone").map(currentName);
  return [...new Set([ownTimeZone(), ...[...known, "UTC", kept].sort()])];
}

/**
 * The local time in a zone at an instant, in `datetime-local` format. Temporal would do this in one
 * line, but not all browsers have it yet.
 */
export function wallTime(instant: string | null, zone: string): string {
  if (!instant) return "";
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  const parts = Object.fromEntries(
    format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]),
  );
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`;
}

/**
 * The instant of a local time; null if it is not a valid time. Of an hour that repeats in autumn,
 * the first is used. A time skipped in spring is moved forward by the length of the gap.
 */
export function instantAt(wall: string, zone: string): Date | null {
  const asUtc = Date.parse(`${wall}Z`);
  if (Number.isNaN(asUtc)) return null;
  const shown = (at: number) => Date.parse(`${wallTime(new Date(at).toISOString(), zone)}Z`);
  const offset = (at: number) => shown(at) - Math.floor(at / 60_000) * 60_000;
  const dayMs = 24 * 3_600_000;
  // A zone changes its clock at most once in two days, so the offset is one of these two.
  const before = asUtc - offset(asUtc - dayMs);
  const after = asUtc - offset(asUtc + dayMs);
  const right = [before, after].filter((at) => shown(at) === asUtc);
  return new Date(right.length > 0 ? Math.min(...right) : before);
}
