/** Browsers go on listing a zone by the name that it had first (CLDR); these have another one today. */
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

/** The browser's own zone by name, `Europe/Berlin`. */
export const ownTimeZone = () => currentName(new Intl.DateTimeFormat().resolvedOptions().timeZone);

/** Every zone that may be chosen, the reader's own first; `kept` is one that the row has. */
export function timeZones(kept: string): string[] {
  const known = Intl.supportedValuesOf("timeZone").map(currentName);
  return [...new Set([ownTimeZone(), ...[...known, "UTC", kept].sort()])];
}

/**
 * What the clock on the wall shows in a zone at an instant, as a `datetime-local` field has it.
 * Browsers know each zone's summer time; Temporal, which would say it in a line, is not in all yet.
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
 * The instant at which that clock shows this; null for what is no time. The hour that a clock shows
 * twice in autumn is its first; one that it leaves out in spring is as much later as the clock is.
 */
export function instantAt(wall: string, zone: string): Date | null {
  const asUtc = Date.parse(`${wall}Z`);
  if (Number.isNaN(asUtc)) return null;
  const shown = (at: number) => Date.parse(`${wallTime(new Date(at).toISOString(), zone)}Z`);
  const offset = (at: number) => shown(at) - Math.floor(at / 60_000) * 60_000;
  const dayMs = 24 * 3_600_000;
  // A zone changes its clock at most once in two days: it is one of these two.
  const before = asUtc - offset(asUtc - dayMs);
  const after = asUtc - offset(asUtc + dayMs);
  const right = [before, after].filter((at) => shown(at) === asUtc);
  return new Date(right.length > 0 ? Math.min(...right) : before);
}
