"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { call } from "@/lib/client/server-api/api";
import { saidBy } from "@/lib/client/server-api/said-by";
import type { LogEntry, readEventLog } from "@/lib/contracts/event-log";

export type EventLog = {
  /** The newest first; null until they have come. */
  entries: LogEntry[] | null;
  more: boolean;
  loading: boolean;
  problem: string | null;
  loadOlder: () => void;
};

type Page = { entries: LogEntry[]; more: boolean };

/** A livestream's event log, read anew whenever it is opened. */
export function useEventLog(mint: string, open: boolean): EventLog {
  const [page, setPage] = useState<Page | null>(null);
  const [loading, setLoading] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const underWay = useRef<AbortController | null>(null);

  const load = useCallback(
    async (known: Page | null) => {
      underWay.current?.abort();
      const abort = new AbortController();
      underWay.current = abort;
      setLoading(true);
      setProblem(null);
      try {
        const next = await ask(mint, known?.entries.at(-1)?.seq, abort.signal);
        const entries = [...(known?.entries ?? []), ...next.entries.reverse()];
        setPage({ entries, more: next.more });
      } catch (error) {
        if (abort.signal.aborted) return;
        setProblem(saidBy(error));
      }
      setLoading(false);
    },
    [mint],
  );

  useEffect(() => {
    if (open) void load(null);
    return () => underWay.current?.abort();
  }, [load, open]);

  return {
    entries: page?.entries ?? null,
    more: page?.more ?? false,
    loading,
    problem,
    loadOlder: () => void load(page),
  };
}

const ask = (mint: string, before: number | undefined, signal: AbortSignal) =>
  call<typeof readEventLog>(
    "GET",
    "/livestreams/{mint}/event-log",
    { params: { mint }, query: { before } },
    signal,
  );
