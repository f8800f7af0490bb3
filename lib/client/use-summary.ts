"use client";

import { useEffect, useState } from "react";
import type { readSummary, ShowSummary } from "@/lib/contracts/summary";
import { call } from "./api";
import { untilAnswered } from "./until-answered";

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
