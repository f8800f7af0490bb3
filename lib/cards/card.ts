import "server-only";
import { createHash } from "node:crypto";
import { createTranslator } from "next-intl";
import type { Brand } from "@/lib/contracts/accounts/brand";
import { catalogues } from "@/lib/words/catalogues";
import type { Locale } from "@/lib/words/locales";

/** The text on a card, and the brand kit in which it is drawn. */
export type Card = {
  /** The installation's name. */
  site: string;
  title: string;
  by: string;
  note: string;
  /** Whether the note says that the show is on air. */
  onAir: boolean;
  /** Null for the usual look. */
  brand: Brand | null;
};

/** Card texts in the language of the person who posts the link: a card has no surrounding page. */
export const cardWords = (lang: Locale) =>
  createTranslator({ locale: lang, messages: catalogues[lang], namespace: "livestreams.card" });

export const cardSize = { width: 1200, height: 630 } as const;

/** Increment when the drawing changes, so that cached cards are replaced. */
const drawing = 2;

export const cardDigest = ({ site, title, by, note, onAir, brand }: Card): string =>
  createHash("sha256")
    .update(JSON.stringify([drawing, site, title, by, note, onAir, brand]))
    .digest("base64url")
    .slice(0, 22);

export const cardQuery = (card: Card, lang: Locale) => `lang=${lang}&digest=${cardDigest(card)}`;
