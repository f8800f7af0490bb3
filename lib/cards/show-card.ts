import "server-only";
import type { Livestream } from "@/lib/contracts/livestreams";
import type { Locale } from "@/lib/words/locales";
import { type Card, cardQuery, cardWords } from "./card";

type Shown = Pick<
  Livestream,
  "mint" | "title" | "creator" | "status" | "scheduledAt" | "timeZone" | "brand"
>;

/** What is on a livestream's card. */
export function showCard(
  { title, creator, brand, ...show }: Shown,
  lang: Locale,
  site: string,
): Card {
  const onAir = show.status === "live";
  return { site, title, by: creator.name, note: noteOf(show, lang), onAir, brand };
}

export const showCardPath = (livestream: Shown, lang: Locale, site: string) =>
  `/livestreams/${livestream.mint}/card?${cardQuery(showCard(livestream, lang, site), lang)}`;

function noteOf(show: Pick<Shown, "status" | "scheduledAt" | "timeZone">, lang: Locale): string {
  const { status, scheduledAt, timeZone } = show;
  const t = cardWords(lang);
  if (status === "live") return t("on-air");
  if (status === "ended" || status === "cancelled") return t(status);
  // The reader's time zone is unknown, so the show's own zone is used and named.
  return scheduledAt ? inZone(new Date(scheduledAt), timeZone ?? "UTC", lang) : t("soon");
}

const inZone = (start: Date, timeZone: string, lang: Locale) =>
  new Intl.DateTimeFormat(lang, {
    weekday: "short",
    day: "numeric",
    month: "long",
    hour: "numeric",
    minute: "2-digit",
    timeZone,
    timeZoneName: "short",
  }).format(start);
