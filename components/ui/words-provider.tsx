"use client";

import { NextIntlClientProvider, useMessages } from "next-intl";
import type { ReactNode } from "react";
import { learnWords } from "@/lib/client/server-api/say";
import type { Catalogue } from "@/lib/words/catalogues";
import type { Locale } from "@/lib/words/locales";

type WordsProps = { locale: Locale; words: Partial<Catalogue>; children: ReactNode };

/** The words that every page has. */
export function WordsProvider({ locale, words, children }: WordsProps) {
  if (typeof window !== "undefined") learnWords(locale, words);
  return (
    <NextIntlClientProvider
      locale={locale}
      messages={words as Catalogue}
      timeZone="UTC"
      onError={(error) => {
        throw error;
      }}
    >
      {children}
    </NextIntlClientProvider>
  );
}

/** A page's own words, in addition to the surrounding ones. */
export function MoreWords({ locale, words, children }: WordsProps) {
  const around = useMessages();
  return (
    <WordsProvider locale={locale} words={{ ...around, ...words }}>
      {children}
    </WordsProvider>
  );
}
