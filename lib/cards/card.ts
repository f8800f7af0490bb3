import "server-only";
import { createHash } from "node:crypto";
import { createTranslator } from "next-intl";
import { catalogues } from "@/lib/words/catalogues";
import type { Locale } from "@/lib/words/locales";

/** What is drawn on a card, in words. */
export type Card = {
  title: string;
  by: string;
  note: string;
  /** Whether the note says that a show is on air. */
  onAir: boolean;
};

/** What cards say, in the language of whoever posts the link: a card has no page around it. */
export const cardWords = (lang: Locale) =>
  createTranslator({ locale: lang, messages: catalogues[lang], namespace: "livestreams.card" });

export const cardSize = { width: 1200, height: 630 } as const;

/** Changes with the drawing, so that nobody keeps an old one under the new words. */
const drawing = 1;

export const cardDigest = (card: Card): string =>
  createHash("sha256")
    .update(JSON.stringify([drawing, card.title, card.by, card.note, card.onAir]))
    .digest("base64url")
    .slice(0, 22);

export const cardQuery = (card: Card, lang: Locale) => `lang=${lang}&digest=${cardDigest(card)}`;
