import "server-only";
import { cardSize } from "@/lib/cards/card";
import { channelCardPath } from "@/lib/cards/channel-card";
import type { Person } from "@/lib/contracts/livestreams";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/words/locales";

type Channel = Pick<Person, "name" | "handle" | "picture">;

/**
 * The link preview of a channel: the creator's picture, small, or a card. URLs are built as for a
 * livestream's preview.
 */
export function channelPreview(
  channel: Channel,
  { title, description, site }: { title: string; description: string; site: string },
  locale: Locale,
) {
  const { publicUrl } = env();
  const { name, handle, picture } = channel;
  const url = `${publicUrl}/@${handle}`;
  const images = picture
    ? [{ url: `${publicUrl}${picture}`, alt: name }]
    : [{ url: `${publicUrl}${channelCardPath(channel, locale, site)}`, alt: name, ...cardSize }];
  return {
    alternates: { canonical: url },
    openGraph: {
      type: "profile" as const,
      siteName: site,
      url,
      title,
      description,
      username: handle,
      images,
    },
    twitter: {
      card: picture ? ("summary" as const) : ("summary_large_image" as const),
      title,
      description,
      images,
    },
  };
}
