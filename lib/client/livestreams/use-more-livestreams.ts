"use client";

import { call } from "@/lib/client/server-api/api";
import { type Loaded, useLoaded } from "@/lib/client/server-api/use-loaded";
import type { Livestream, listLivestreams } from "@/lib/contracts/livestreams";

export type Listed = { livestreams: Livestream[]; nextCursor: string | null };
/** Which livestreams, in the order of the page's first part. */
export type ListQuery = {
  status: Livestream["status"];
  mine?: "true";
  creator?: string;
  q?: string;
  tag?: string;
  order?: "time";
};

/** A list whose first page the server rendered. */
export const useMoreLivestreams = (query: ListQuery, first: Listed): Loaded<Listed> =>
  useLoaded(
    "more",
    async (signal, known) => {
      const { livestreams, nextCursor } = await call<typeof listLivestreams>(
        "GET",
        "/livestreams",
        { query: { ...query, cursor: known?.nextCursor ?? undefined } },
        signal,
      );
      return { livestreams: [...(known?.livestreams ?? []), ...livestreams], nextCursor };
    },
    first,
  );
