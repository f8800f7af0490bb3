"use client";

import { LivestreamLine } from "@/components/discover/livestream-line";
import { ShowMore } from "@/components/livestreams/show-more";
import { LocalTime } from "@/components/ui/local-time";
import type { Livestream } from "@/lib/contracts/livestreams";

type EndedLivestreamsProps = { first: { livestreams: Livestream[]; nextCursor: string | null } };

export function EndedLivestreams({ first }: EndedLivestreamsProps) {
  return (
    <ShowMore
      query={{ status: "ended" }}
      first={first}
      row={(livestream) => (
        <LivestreamLine
          key={livestream.mint}
          livestream={livestream}
          when={<LocalTime value={livestream.endedAt ?? livestream.createdAt} format="date" />}
        />
      )}
    />
  );
}
