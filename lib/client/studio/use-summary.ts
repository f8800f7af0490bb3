"use client";

import { call } from "@/lib/client/server-api/api";
import { untilAnswered } from "@/lib/client/server-api/until-answered";
import { useLoaded } from "@/lib/client/server-api/use-loaded";
import type { readSummary, ShowSummary } from "@/lib/contracts/summary";

/** A show's summary; null until loaded, and without a mint. */
export function useSummary(mint: string | null): ShowSummary | null {
  const { value } = useLoaded(mint, (signal) =>
    untilAnswered(
      () =>
        call<typeof readSummary>(
          "GET",
          "/livestreams/{mint}/summary",
          { params: { mint: mint ?? "" } },
          signal,
        ),
      signal,
    ),
  );
  return value;
}
