import "server-only";
import type { Livestream } from "@/lib/contracts/livestreams";
import { env } from "@/lib/env";

/**
 * How a link to a livestream looks elsewhere. Every address is built of the configured one: what a
 * request says of our host is the client's word. A private show has no preview at all, and only
 * public ones are for search engines.
 */
export function linkPreview(
  { mint, title, visibility, creator, cover, frame }: Livestream,
  description: string,
) {
  if (visibility === "private") return { robots: { index: false } };
  const { publicUrl } = env();
  const url = `${publicUrl}/watch/${mint}`;
  const picture = cover ?? frame;
  const images = picture ? [{ url: `${publicUrl}${picture}`, alt: title }] : [];
  return {
    robots: visibility === "public" ? undefined : { index: false },
    alternates: {
      canonical: url,
      types: {
        "application/json+oembed": [
          { url: `${publicUrl}/oembed?format=json&url=${encodeURIComponent(url)}`, title },
        ],
      },
    },
    openGraph: { type: "website" as const, siteName: "Greenroom", url, title, description, images },
    twitter: {
      card: picture ? ("summary_large_image" as const) : ("summary" as const),
      title: `${title} · ${creator.name}`,
      description,
      images,
    },
  };
}
