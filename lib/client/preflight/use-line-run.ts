"use client";

import { useCallback, useEffect, useReducer, useRef } from "react";
import { errorMessage } from "@/lib/client/server-api/error-message";
import type { RoomToken } from "@/lib/contracts/tokens";
import { type LineCheck, lineCheck, noLineCheck } from "./line-check";
import type { SendingTracks } from "./sending-check";

type Asked = {
  /** Fetches a token for an empty room. */
  begin: (signal: AbortSignal) => Promise<RoomToken>;
  /** Sent for a few seconds and measured. */
  tracks: SendingTracks;
};

export type LineCheckOf = { check: LineCheck; run: () => void };

/** Checks the connection to the media server on request, until the page that shows it unmounts. */
export function useLineRun(asked: Asked): LineCheckOf {
  const [check, dispatch] = useReducer(lineCheck, noLineCheck);
  const underWay = useRef<AbortController | null>(null);
  const latest = useRef(asked);
  latest.current = asked;

  const run = useCallback(() => {
    underWay.current?.abort();
    const abort = new AbortController();
    underWay.current = abort;
    const { signal } = abort;
    dispatch({ type: "began" });
    // The check's code is only loaded when a check runs.
    void Promise.all([import("./run-line-check"), latest.current.begin(signal)])
      .then(([{ runLineCheck }, pass]) =>
        runLineCheck({ pass, tracks: latest.current.tracks, signal, tell: dispatch }),
      )
      .catch((error: unknown) => {
        if (!signal.aborted) dispatch({ type: "refused", said: errorMessage(error) });
      });
  }, []);

  useEffect(() => () => underWay.current?.abort(), []);

  return { check, run };
}
