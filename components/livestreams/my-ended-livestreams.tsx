"use client";

import { MyLivestreamRow } from "@/components/livestreams/my-livestream-row";
import { ShowMore } from "@/components/livestreams/show-more";
import type { Livestream } from "@/lib/contracts/livestreams";

type MyEndedLivestreamsProps = { first: { livestreams: Livestream[]; nextCursor: string | null } };

export function MyEndedLivestreams({ first }: MyEndedLivestreamsProps) {
  return (
    <ShowMore
      query={{ status: "ended", mine: "true", order: "time" }}
      first={first}
      row={(livestream) => <MyLivestreamRow key={livestream.mint} livestream={livestream} />}
    />
  );
}
