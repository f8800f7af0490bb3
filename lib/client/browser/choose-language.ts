import { type Locale, localeCookie } from "@/lib/words/locales";

const oneYearSeconds = 365 * 24 * 60 * 60;

/** Stores the language in a cookie and reloads, since the server renders the text. */
export function chooseLanguage(locale: Locale): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing over plain HTTP
  document.cookie = `${localeCookie}=${locale}; path=/; max-age=${oneYearSeconds}; samesite=lax`;
  window.location.reload();
}
