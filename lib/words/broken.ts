import de from "./de/pages.json";
import en from "./en/pages.json";
import type { Locale } from "./locales";

/** The words for when nothing else is left. A language without them does not compile. */
export const broken: Record<Locale, (typeof en)["broken"]> = { en: en.broken, de: de.broken };
