import de from "./de/pages.json";
import en from "./en/pages.json";
import type { Locale } from "./locales";

/** The words for when nothing else is left. A language without them does not compile. */
export const broken: Record<Locale, (typeof en)["broken"]> = { en: en.broken, de: de.broken };

/** The words for a page without a database. */
export const away: Record<Locale, (typeof en)["away"]> = { en: en.away, de: de.away };
