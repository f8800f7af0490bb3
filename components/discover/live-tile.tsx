import Link from "next/link";
import { useTranslations } from "next-intl";
import { CreatorLink } from "@/components/livestreams/creator-link";
import { Avatar } from "@/components/ui/avatar";
import { Count } from "@/components/ui/count";
import { Elapsed } from "@/components/ui/elapsed";
import { Tally } from "@/components/ui/tally";
import { watchPath } from "@/lib/client/livestreams/livestream-paths";
import type { Livestream } from "@/lib/contracts/livestreams";

type LiveTileProps = {
  livestream: Livestream;
  /** False if the whole list is by one creator. */
  withCreator: boolean;
  /** The first of its list. On a phone it is the largest picture of the page, so it loads first. */
  leads: boolean;
};

/** A live show: picture, title, creator and viewer count. The whole tile is one link. */
export function LiveTile({ livestream, withCreator, leads }: LiveTileProps) {
  const t = useTranslations("livestreams");
  const { mint, title, creator, watching, startedAt, frame, cover } = livestream;
  // Without a picture, the creator's initials are shown.
  const picture = frame ?? cover;
  return (
    <li className="group relative flex min-w-0 flex-col gap-3">
      <div className="relative grid aspect-video place-items-center overflow-hidden rounded border border-line bg-letterbox group-has-focus-visible:outline-2 group-has-focus-visible:outline-offset-2 group-has-focus-visible:outline-focus">
        {picture ? (
          <img
            src={picture}
            alt=""
            loading={leads ? "eager" : "lazy"}
            fetchPriority={leads ? "high" : "auto"}
            className="size-full object-cover"
          />
        ) : (
          <Avatar name={creator.name} picture={creator.picture} size="lg" />
        )}
        <Tally on look="sign" className="absolute top-3 left-3">
          {t("on-air")} {startedAt ? <Elapsed since={startedAt} /> : null}
        </Tally>
      </div>
      <div className="flex flex-col gap-0.5">
        <h3 className="font-medium wrap-anywhere">
          <Link
            href={watchPath(mint)}
            dir="auto"
            className="line-clamp-2 underline-offset-4 outline-none group-hover:underline after:absolute after:inset-0"
          >
            {title}
          </Link>
        </h3>
        <p className="flex items-center justify-between gap-4 text-sm text-ink-soft">
          {withCreator ? <CreatorLink livestream={livestream} className="min-w-0" /> : null}
          <Count value={watching} unit={t("watching", { count: watching })} compact />
        </p>
      </div>
    </li>
  );
}
