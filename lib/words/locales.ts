/** The languages Greenroom speaks, each under its own name, for people who read no other. */
export const languages = { en: "English", de: "Deutsch" } as const;

export type Locale = keyof typeof languages;

export const locales = Object.keys(languages) as Locale[];

export const isLocale = (word: unknown): word is Locale =>
  typeof word === "string" && Object.hasOwn(languages, word);

/** The first of a browser's languages (`de-AT`) that we speak, where no server has chosen one. */
export const nearestLocale = (wished: readonly string[]): Locale =>
  wished.map((tag) => tag.split("-")[0]).find(isLocale) ?? "en";

/** Keeps a person's own choice; without it the browser's wish counts. */
export const localeCookie = "greenroom.locale";
