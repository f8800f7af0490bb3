import "server-only";
import type { Person } from "@/lib/contracts/livestreams";
import type { Locale } from "@/lib/words/locales";
import { type Card, cardQuery, cardWords } from "./card";

type Channel = Pick<Person, "name" | "handle">;

export function channelCard({ name, handle }: Channel, lang: Locale): Card {
  return { title: name, by: `@${handle}`, note: cardWords(lang)("channel"), onAir: false };
}

export const channelCardPath = (channel: Channel, lang: Locale) =>
  `/accounts/${channel.handle}/card?${cardQuery(channelCard(channel, lang), lang)}`;
