"use client";

import { useState } from "react";
import { ApiError, call } from "@/lib/client/server-api/api";
import { say } from "@/lib/client/server-api/say";
import type { Livestream, listLivestreams } from "@/lib/contracts/livestreams";

export type Listed = { livestreams: Livestream[]; nextCursor: string | null };
/** Which livestreams, in the order in which the page began. */
export type ListQuery = {
  status: Livestream["status"];
  mine?: "true";
  creator?: string;
  q?: string;
  tag?: string;
  order?: "time";
};
type Loading = { name: "idle" } | { name: "loading" } | { name: "failed"; message: string };

/** A list that the server began and that grows page by page. */
export function useMoreLivestreams(query: ListQuery, first: Listed) {
  const [listed, setListed] = useState(first);
  const [loading, setLoading] = useState<Loading>({ name: "idle" });

  async function loadMore() {
    if (loading.name === "loading" || !listed.nextCursor) return;
    setLoading({ name: "loading" });
    try {
      const next = await call<typeof listLivestreams>("GET", "/livestreams", {
        query: { ...query, cursor: listed.nextCursor },
      });
      setListed({
        livestreams: [...listed.livestreams, ...next.livestreams],
        nextCursor: next.nextCursor,
      });
      setLoading({ name: "idle" });
    } catch (error) {
      const message = error instanceof ApiError ? error.message : say("livestreams.more-failed");
      setLoading({ name: "failed", message });
    }
  }

  return {
    livestreams: listed.livestreams,
    hasMore: listed.nextCursor !== null,
    loading,
    loadMore,
  };
}
