import Link from "next/link";
import { classNames } from "@/components/ui/class-names";
import { channelPath } from "@/lib/client/livestreams/livestream-paths";
import type { Livestream } from "@/lib/contracts/livestreams";

type CreatorLinkProps = { livestream: Livestream; className?: string };

/** The creator's name, leading to their channel; who shows nothing to everybody may have none. */
export function CreatorLink({ livestream, className }: CreatorLinkProps) {
  const { creator, visibility } = livestream;
  if (visibility !== "public") {
    return (
      <span dir="auto" className={classNames("truncate", className)}>
        {creator.name}
      </span>
    );
  }
  return (
    <Link
      href={channelPath(creator.handle)}
      // Stands in front of a tile or a row that is one link as a whole.
      className={classNames(
        "touch-target relative z-10 inline-flex max-w-full items-center rounded underline-offset-4 hover:text-ink hover:underline",
        className,
      )}
    >
      <span dir="auto" className="truncate">
        {creator.name}
      </span>
    </Link>
  );
}
