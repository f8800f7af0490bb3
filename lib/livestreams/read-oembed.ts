import "server-only";
import type { Context } from "@/lib/context";
import { embedCode } from "@/lib/contracts/common/embed-code";
import { mint as mintField } from "@/lib/contracts/common/fields";
import type { OEmbed } from "@/lib/contracts/oembed";
import { env } from "@/lib/env";
import { installation } from "@/lib/installation/installation";
import { pictureSize } from "@/lib/pictures/picture-size";
import { Problem } from "@/lib/problem";
import { livestreamNotFound, presentLivestream, requireWatchable } from "./find-livestream";

type Asked = { url: string; format: string; maxwidth?: number; maxheight?: number };

/**
 * The same for everyone: shows with a restricted audience cannot be embedded and are not found
 * here.
 */
export async function readOEmbed(
  { db }: Pick<Context, "db">,
  { url, format, ...bounds }: Asked,
): Promise<OEmbed> {
  if (format !== "json") {
    throw new Problem("format-not-supported", "This server only supports JSON. Use format=json.");
  }
  const { publicUrl } = env();
  const mint = mintIn(url, publicUrl);
  await requireWatchable(db, mint, null);
  const { creator, cover, frame, ...shown } = await presentLivestream(db, mint);
  const title = shown.status === "cancelled" ? `Cancelled: ${shown.title}` : shown.title;
  const kind = cover ? "cover" : "frame";
  const picture = cover ?? frame;
  const thumbnail = picture ? await pictureSize(db, { mint, kind }) : null;
  const { width, height } = within(bounds);
  return {
    version: "1.0",
    type: "video",
    provider_name: (await installation()).name,
    provider_url: publicUrl,
    title,
    author_name: creator.name,
    author_url: `${publicUrl}/@${creator.handle}`,
    html: embedCode({ address: `${publicUrl}/embed/${mint}`, title, width, height }),
    width,
    height,
    ...(thumbnail && {
      thumbnail_url: `${publicUrl}${picture}`,
      thumbnail_width: thumbnail.width,
      thumbnail_height: thumbnail.height,
    }),
  };
}

/** The mint in a URL of one of our pages. Throws 404 for any other URL. */
function mintIn(url: string, publicUrl: string): string {
  const asked = URL.canParse(url) ? new URL(url) : null;
  const [, page, mint = "", ...rest] = asked?.pathname.replace(/\/$/, "").split("/") ?? [];
  const ours = asked?.origin === new URL(publicUrl).origin && rest.length === 0;
  const known = (page === "watch" || page === "embed") && mintField.safeParse(mint).success;
  if (!ours || !known) throw livestreamNotFound();
  return mint;
}

/** 16:9, as large as allowed, and at most 1280 wide. */
function within({ maxwidth = 1280, maxheight = 720 }: Pick<Asked, "maxwidth" | "maxheight">) {
  const width = Math.max(1, Math.floor(Math.min(maxwidth, (maxheight * 16) / 9, 1280)));
  return { width, height: Math.max(1, Math.floor((width * 9) / 16)) };
}
