import "server-only";
import type { Context } from "@/lib/context";
import { installation } from "@/lib/installation/installation";
import { findChannel } from "@/lib/livestreams/find-channel";
import { Problem } from "@/lib/problem";
import type { Locale } from "@/lib/words/locales";
import { drawnCard } from "./card-store";
import { channelCard } from "./channel-card";

type Asked = { handle: string; lang: Locale; address: string };

/**
 * A channel's card, for readers who can see the channel. It may disappear, so it is cached only
 * briefly.
 */
export async function readChannelCard(
  context: Pick<Context, "db" | "now">,
  reader: { id: string } | null,
  { handle, lang, address }: Asked,
) {
  const creator = await findChannel(context, reader?.id ?? null, handle);
  if (!creator) throw new Problem("account-not-found", "There’s no channel with this handle.");
  const { name } = await installation();
  const bytes = new Uint8Array(await drawnCard(channelCard(creator, lang, name), address));
  return { bytes, cacheControl: "private, max-age=3600" };
}
