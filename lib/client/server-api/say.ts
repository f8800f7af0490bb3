import { createTranslator } from "next-intl";
import type { Catalogue } from "@/lib/words/catalogues";
import type { Locale } from "@/lib/words/locales";

type Words = Partial<Catalogue>;
type Say = ReturnType<typeof createTranslator<Catalogue>>;

let spoken: { locale: Locale; words: Words; say: Say } | null = null;

/** Adds a page's words; a document keeps one language, since choosing another loads it anew. */
export function learnWords(locale: Locale, more: Words): void {
  const words = { ...spoken?.words, ...more };
  // Whatever a page did not bring along is an error when it is said, as everywhere else.
  spoken = { locale, words, say: createTranslator({ locale, messages: words as Catalogue }) };
}

/**
 * A word outside of a view: in an event handler, an effect, a refused call. Views render with
 * `useTranslations`, on the server too; here nothing is known before the page is alive.
 */
export const say: Say = ((...asked: Parameters<Say>) => {
  if (!spoken) throw new Error("said before the page's words had come");
  return spoken.say(...asked);
}) as Say;

export const spokenLocale = (): Locale => spoken?.locale ?? "en";
