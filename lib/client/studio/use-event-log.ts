"use client";

import { call } from "@/lib/client/server-api/api";
import { type Loaded, useLoaded } from "@/lib/client/server-api/use-loaded";
import type { LogEntry, readEventLog } from "@/lib/contracts/event-log";

/** Newest first. */
type Page = { entries: LogEntry[]; more: boolean };

/** A livestream's event log, loaded whenever it is opened. */
export const useEventLog = (mint: string, open: boolean): Loaded<Page> =>
  useLoaded<Page>(open ? mint : null, async (signal, known) => {
    const entries = known?.entries ?? [];
    const older = await call<typeof readEventLog>(
      "GET",
      "/livestreams/{mint}/event-log",
      { params: { mint }, query: { before: entries.at(-1)?.seq } },
      signal,
    );
    return { entries: [...entries, ...older.entries.reverse()], more: older.more };
  });
