import Link from "next/link";
import type { ReactNode } from "react";
import { watchPath } from "@/components/livestreams/livestream-paths";
import type { Livestream } from "@/lib/contracts/livestreams";

type LivestreamLineProps = {
  livestream: Livestream;
  /** When it is, or was. */
  when: ReactNode;
};

/** A livestream without a picture: when, what and by whom. */
export function LivestreamLine({ livestream, when }: LivestreamLineProps) {
  const { mint, title, creator } = livestream;
  return (
    <li className="relative flex flex-col gap-x-6 py-3 sm:flex-row sm:items-baseline">
      <span className="shrink-0 text-sm text-ink-soft sm:w-44">{when}</span>
      <h3 className="min-w-0 font-medium sm:flex-1">
        <Link
          href={watchPath(mint)}
          className="underline-offset-4 hover:underline after:absolute after:inset-0 after:rounded"
        >
          {title}
        </Link>
      </h3>
      <span className="min-w-0 truncate text-ink-soft sm:max-w-56">{creator.name}</span>
    </li>
  );
}
