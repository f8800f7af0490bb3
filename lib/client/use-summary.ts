"use client";

import { useEffect, useState } from "react";
import type { readSummary, ShowSummary } from "@/lib/contracts/summary";
import { call } from "./api";

/** What became of a show; null until it has come, and where it does not. */
export function useSummary(mint: string): ShowSummary | null {
  const [summary, setSummary] = useState<ShowSummary | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    call<typeof readSummary>(
      "GET",
      "/livestreams/{mint}/summary",
      { params: { mint } },
      abort.signal,
    )
      .then(setSummary)
      .catch(() => undefined);
    return () => abort.abort();
  }, [mint]);
  return summary;
}
