import "server-only";
import Negotiator from "negotiator";
import { isLocale, type Locale, locales } from "./locales";

type Asked = { cookie: string | undefined; acceptLanguage: string | null };

/** The language of an answer: the person's own choice, else the nearest to the browser's wish. */
export function localeOf({ cookie, acceptLanguage }: Asked): Locale {
  if (isLocale(cookie)) return cookie;
  const negotiator = new Negotiator({
    headers: { "accept-language": acceptLanguage ?? undefined },
  });
  const wished = negotiator.language(locales);
  return isLocale(wished) ? wished : "en";
}
