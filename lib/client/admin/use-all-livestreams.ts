"use client";

import { call } from "@/lib/client/server-api/api";
import type { forceEnd, listAllLivestreams } from "@/lib/contracts/admin/livestreams";
import type { Livestream } from "@/lib/contracts/livestreams";
import { type Paged, type PagedList, replaceIn, usePaged, type Wish } from "./use-paged";

type AllLivestreams = {
  list: PagedList<Livestream>;
  /** @throws ApiError */
  end: (mint: string, reason: string) => Promise<void>;
};

/** The livestreams of the installation, each of which an admin can end. */
export function useAllLivestreams(first: Paged<Livestream>, wish: Wish): AllLivestreams {
  const list = usePaged(first, async (cursor, signal) => {
    const { livestreams, nextCursor } = await call<typeof listAllLivestreams>(
      "GET",
      "/installation/livestreams",
      { query: { ...wish, cursor } },
      signal,
    );
    return { items: livestreams, nextCursor };
  });

  async function end(mint: string, reason: string) {
    const ended = await call<typeof forceEnd>("POST", "/livestreams/{mint}/force-end", {
      params: { mint },
      body: { reason },
    });
    replaceIn(list, (each) => each.mint === mint, ended);
  }

  return { list, end };
}
