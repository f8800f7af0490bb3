import "server-only";
import type { Context } from "@/lib/context";
import { installation } from "@/lib/installation/installation";
import { brandPicturesOfShow } from "@/lib/livestreams/brand";
import { presentLivestream, requireWatchable } from "@/lib/livestreams/find-livestream";
import type { Locale } from "@/lib/words/locales";
import { cardDigest } from "./card";
import { drawnCard } from "./card-store";
import { showCard } from "./show-card";

type Asked = { mint: string; lang: Locale; digest?: string; address: string };

/** The card, with its cache policy: the same as for pictures. */
export async function readShowCard(
  { db }: Pick<Context, "db">,
  reader: { id: string } | null,
  { mint, lang, digest, address }: Asked,
) {
  const { visibility } = await requireWatchable(db, mint, reader?.id ?? null);
  const { name } = await installation();
  const card = showCard(await presentLivestream(db, mint), lang, name);
  const pictures = () => brandPicturesOfShow(db, mint);
  const keeper = visibility === "public" ? "public" : "private";
  return {
    bytes: new Uint8Array(await drawnCard(card, address, pictures)),
    cacheControl:
      digest === cardDigest(card) ? `${keeper}, max-age=31536000, immutable` : "private, no-cache",
  };
}
