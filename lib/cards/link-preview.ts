import "server-only";
import { cardSize, cardWords } from "@/lib/cards/card";
import { showCardPath } from "@/lib/cards/show-card";
import { isListed } from "@/lib/contracts/common/livestream-status";
import type { Livestream } from "@/lib/contracts/livestreams";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/words/locales";

/**
 * The link preview of a livestream. URLs are built from PUBLIC_URL, since clients choose the Host
 * header. Private shows have no preview, and only public ones may be indexed.
 */
export function linkPreview(
  livestream: Livestream,
  { description, site }: { description: string; site: string },
  locale: Locale,
) {
  const { mint, visibility, status, creator, cover, frame } = livestream;
  if (visibility === "private") return { robots: { index: false } };
  const { publicUrl } = env();
  const title =
    status === "cancelled"
      ? cardWords(locale)("cancelled-title", { title: livestream.title })
      : livestream.title;
  const url = `${publicUrl}/watch/${mint}`;
  // The last frame stays with an ended show, but a still of a stage would look as if it were live.
  const picture = cover ?? (status === "live" ? frame : null);
  const images = picture
    ? [{ url: `${publicUrl}${picture}`, alt: title }]
    : [{ url: `${publicUrl}${showCardPath(livestream, locale, site)}`, alt: title, ...cardSize }];
  return {
    robots: isListed(livestream) ? undefined : { index: false },
    alternates: {
      canonical: url,
      types: {
        "application/json+oembed": [
          { url: `${publicUrl}/oembed?format=json&url=${encodeURIComponent(url)}`, title },
        ],
      },
    },
    openGraph: { type: "website" as const, siteName: site, url, title, description, images },
    twitter: {
      card: "summary_large_image" as const,
      title: `${title} · ${creator.name}`,
      description,
      images,
    },
  };
}
