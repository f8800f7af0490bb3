import "server-only";
import type { Person } from "@/lib/contracts/livestreams";
import { isolated } from "@/lib/words/isolated";
import type { Locale } from "@/lib/words/locales";
import { type Card, cardQuery, cardWords } from "./card";

type Channel = Pick<Person, "name" | "handle">;

export function channelCard({ name, handle }: Channel, lang: Locale, site: string): Card {
  const note = cardWords(lang)("channel", { site: isolated(site) });
  return { site, title: name, by: `@${handle}`, note, onAir: false, brand: null };
}

export const channelCardPath = (channel: Channel, lang: Locale, site: string) =>
  `/accounts/${channel.handle}/card?${cardQuery(channelCard(channel, lang, site), lang)}`;
