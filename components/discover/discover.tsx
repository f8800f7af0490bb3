import { EndedLivestreams } from "@/components/discover/ended-livestreams";
import { LiveTile } from "@/components/discover/live-tile";
import { LivestreamLine } from "@/components/discover/livestream-line";
import { LocalTime } from "@/components/ui/local-time";
import { SectionHeading } from "@/components/ui/page";
import type { Livestream } from "@/lib/contracts/livestreams";

export type DiscoverProps = {
  live: Livestream[];
  soon: Livestream[];
  ended: { livestreams: Livestream[]; nextCursor: string | null };
};

/** What is on now, then what comes, then what was; a section without content is not there. */
export function Discover({ live, soon, ended }: DiscoverProps) {
  return (
    <div className="flex flex-col gap-12">
      {live.length > 0 ? (
        <section aria-labelledby="live-now">
          <SectionHeading id="live-now" title="Live now" />
          <ul className="grid gap-x-6 gap-y-8 sm:grid-cols-2 lg:grid-cols-3">
            {live.map((livestream) => (
              <LiveTile key={livestream.mint} livestream={livestream} />
            ))}
          </ul>
        </section>
      ) : null}
      {soon.length > 0 ? (
        <section aria-labelledby="soon">
          <SectionHeading id="soon" title="Soon" />
          <ul className="-mt-4 divide-y divide-line">
            {soon.map((livestream) => (
              <LivestreamLine
                key={livestream.mint}
                livestream={livestream}
                when={<PlannedStart at={livestream.scheduledAt} />}
              />
            ))}
          </ul>
        </section>
      ) : null}
      {ended.livestreams.length > 0 ? (
        <section aria-labelledby="ended">
          <SectionHeading id="ended" title="Ended" />
          <EndedLivestreams first={ended} />
        </section>
      ) : null}
    </div>
  );
}

const PlannedStart = ({ at }: { at: string | null }) =>
  at ? <LocalTime value={at} format="day-time" /> : "No time set yet";
