import "server-only";
import { createTranslator } from "next-intl";
import type { Person } from "@/lib/contracts/livestreams";
import { catalogues } from "@/lib/words/catalogues";
import type { Locale } from "@/lib/words/locales";
import { type Card, cardQuery } from "./card";

type Channel = Pick<Person, "name" | "handle">;

export function channelCard({ name, handle }: Channel, lang: Locale): Card {
  const messages = catalogues[lang];
  const t = createTranslator({ locale: lang, messages, namespace: "livestreams.card" });
  return { title: name, by: `@${handle}`, note: t("channel"), onAir: false };
}

export const channelCardPath = (channel: Channel, lang: Locale) =>
  `/accounts/${channel.handle}/card?${cardQuery(channelCard(channel, lang), lang)}`;
