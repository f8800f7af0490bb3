import Link from "next/link";
import { watchPath } from "@/components/livestreams/livestream-paths";
import { Avatar } from "@/components/ui/avatar";
import { Count } from "@/components/ui/count";
import { Elapsed } from "@/components/ui/elapsed";
import { Tally } from "@/components/ui/tally";
import type { Livestream } from "@/lib/contracts/livestreams";

/** What is on air, as a poster: until there are pictures, its title is the picture. */
export function LiveTile({ livestream }: { livestream: Livestream }) {
  const { mint, title, creator, watching, startedAt } = livestream;
  return (
    <li className="group relative">
      <div className="flex aspect-video flex-col justify-between overflow-hidden rounded border border-line bg-letterbox p-4 text-scrim-ink group-has-focus-visible:outline-2 group-has-focus-visible:outline-offset-2 group-has-focus-visible:outline-focus">
        <Tally on look="sign" className="self-start">
          On air {startedAt ? <Elapsed since={startedAt} /> : null}
        </Tally>
        <h3 className="text-lg font-semibold text-balance xl:text-xl">
          <Link
            href={watchPath(mint)}
            className="line-clamp-3 underline-offset-4 outline-none group-hover:underline after:absolute after:inset-0"
          >
            {title}
          </Link>
        </h3>
      </div>
      <div className="mt-3 flex items-center gap-3">
        <Avatar name={creator.name} size="sm" />
        <span className="min-w-0 flex-1 truncate">{creator.name}</span>
        <Count value={watching} unit="watching" compact className="text-sm text-ink-soft" />
      </div>
    </li>
  );
}
