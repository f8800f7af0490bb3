import "server-only";
import { createHash } from "node:crypto";
import { createTranslator } from "next-intl";
import { catalogues } from "@/lib/words/catalogues";
import type { Locale } from "@/lib/words/locales";

/** The text on a card. */
export type Card = {
  /** The installation's name. */
  site: string;
  title: string;
  by: string;
  note: string;
  /** Whether the note says that the show is on air. */
  onAir: boolean;
};

/** Card texts in the language of the person who posts the link: a card has no surrounding page. */
export const cardWords = (lang: Locale) =>
  createTranslator({ locale: lang, messages: catalogues[lang], namespace: "livestreams.card" });

export const cardSize = { width: 1200, height: 630 } as const;

/** Increment when the drawing changes, so that cached cards are replaced. */
const drawing = 1;

export const cardDigest = (card: Card): string =>
  createHash("sha256")
    .update(JSON.stringify([drawing, card.site, card.title, card.by, card.note, card.onAir]))
    .digest("base64url")
    .slice(0, 22);

export const cardQuery = (card: Card, lang: Locale) => `lang=${lang}&digest=${cardDigest(card)}`;
