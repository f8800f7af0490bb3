"use client";

import { useEffect, useState } from "react";
import { call } from "@/lib/client/server-api/api";
import { untilAnswered } from "@/lib/client/server-api/until-answered";
import type { readSummary, ShowSummary } from "@/lib/contracts/summary";

/** What became of a show; null until it has come, and where it does not. */
export function useSummary(mint: string): ShowSummary | null {
  const [summary, setSummary] = useState<ShowSummary | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    const read = () =>
      call<typeof readSummary>("GET", "/livestreams/{mint}/summary", { params: { mint } }, signal);
    untilAnswered(read, signal)
      .then(setSummary)
      .catch(() => undefined);
    return () => abort.abort();
  }, [mint]);
  return summary;
}
