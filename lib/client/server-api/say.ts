import { createTranslator } from "next-intl";
import type { Catalogue } from "@/lib/words/catalogues";
import type { Locale } from "@/lib/words/locales";

type Words = Partial<Catalogue>;
type Say = ReturnType<typeof createTranslator<Catalogue>>;

let spoken: { locale: Locale; words: Words; say: Say } | null = null;

/** Adds a page's words. A document keeps one language, since changing it reloads the page. */
export function learnWords(locale: Locale, more: Words): void {
  const words = { ...spoken?.words, ...more };
  // Words the page did not include throw when used, as everywhere else.
  spoken = { locale, words, say: createTranslator({ locale, messages: words as Catalogue }) };
}

/**
 * Translates outside of views: in event handlers, effects and failed calls. Views use
 * `useTranslations`, which also works on the server; here no words exist before hydration.
 */
export const say: Say = ((...asked: Parameters<Say>) => {
  if (!spoken) throw new Error("say() was called before the page's words were loaded");
  return spoken.say(...asked);
}) as Say;

export const spokenLocale = (): Locale => spoken?.locale ?? "en";
