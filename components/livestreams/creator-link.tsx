import { classNames } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";
import { channelPath } from "@/lib/client/livestreams/livestream-paths";
import { isListed } from "@/lib/contracts/common/livestream-status";
import type { Livestream } from "@/lib/contracts/livestreams";

type CreatorLinkProps = { livestream: Livestream; className?: string };

/**
 * The creator's name, linked to their channel. Not linked for shows that are not listed: their
 * creator may not have a channel.
 */
export function CreatorLink({ livestream, className }: CreatorLinkProps) {
  const { creator } = livestream;
  if (!isListed(livestream)) {
    return (
      <span dir="auto" className={classNames("truncate", className)}>
        {creator.name}
      </span>
    );
  }
  return (
    <Link
      href={channelPath(creator.handle)}
      // On top of a tile or row that is one link as a whole.
      className={classNames(
        "touch-target relative z-10 inline-flex min-h-6 max-w-full items-center rounded underline-offset-4 hover:text-ink hover:underline",
        className,
      )}
    >
      <span dir="auto" className="truncate">
        {creator.name}
      </span>
    </Link>
  );
}
