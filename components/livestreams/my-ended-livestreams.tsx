"use client";

import { MyLivestreamRow } from "@/components/livestreams/my-livestream-row";
import { ShowMore } from "@/components/livestreams/show-more";
import type { Livestream } from "@/lib/contracts/livestreams";

type MyEndedLivestreamsProps = {
  first: { livestreams: Livestream[]; nextCursor: string | null };
  me: string;
};

export function MyEndedLivestreams({ first, me }: MyEndedLivestreamsProps) {
  return (
    <ShowMore
      // A change made here comes with a new first page, which replaces the list.
      key={JSON.stringify(first.livestreams)}
      query={{ status: "ended", mine: "true", order: "time" }}
      first={first}
      row={(livestream) => (
        <MyLivestreamRow key={livestream.mint} livestream={livestream} me={me} />
      )}
    />
  );
}
