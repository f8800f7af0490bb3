"use client";

import { useCallback, useEffect, useReducer, useRef } from "react";
import { recall, remember } from "@/lib/client/browser/browser-memory";
import type { DevicePreview } from "@/lib/client/devices/use-device-preview";
import { call } from "@/lib/client/server-api/api";
import { errorMessage } from "@/lib/client/server-api/error-message";
import type { connectionCheck } from "@/lib/contracts/tokens";
import { type LineCheck, lineCheck, noLineCheck } from "./line-check";

/** Delayed, so that hosts who go live at once are not slowed down by a check. */
const settleMs = 2_500;
const doneKey = (mint: string) => `line-checked.${mint}`;

export type LineCheckOf = { check: LineCheck; run: () => void };

/**
 * Checks the connection to the media server, once automatically and again on request. Cancelled
 * when the page that shows it unmounts, so that a starting show has the whole bandwidth.
 */
export function useLineCheck(
  mint: string,
  { camera, microphone }: Pick<DevicePreview, "camera" | "microphone">,
): LineCheckOf {
  const [check, dispatch] = useReducer(lineCheck, noLineCheck);
  const underWay = useRef<AbortController | null>(null);
  const tracks = useRef<{ video?: MediaStreamTrack; audio?: MediaStreamTrack }>({});
  tracks.current = {
    video: camera.track?.mediaStreamTrack,
    audio: microphone.track?.mediaStreamTrack,
  };

  const run = useCallback(() => {
    underWay.current?.abort();
    const abort = new AbortController();
    underWay.current = abort;
    const { signal } = abort;
    remember("tab", doneKey(mint), "yes");
    dispatch({ type: "began" });
    void begin(mint, signal)
      .then(({ runLineCheck, pass }) => {
        const { video, audio } = tracks.current;
        return runLineCheck({ pass, tracks: { video, audio }, signal, tell: dispatch });
      })
      .catch((error: unknown) => {
        if (!signal.aborted) dispatch({ type: "refused", said: errorMessage(error) });
      });
  }, [mint]);

  useEffect(() => () => underWay.current?.abort(), []);

  const settled = !camera.opening && !microphone.opening;
  useEffect(() => {
    if (!settled || recall("tab", doneKey(mint))) return;
    const timer = setTimeout(run, settleMs);
    return () => clearTimeout(timer);
  }, [settled, mint, run]);

  return { check, run };
}

/** The check's code is only loaded when a check runs. */
async function begin(mint: string, signal: AbortSignal) {
  const [{ runLineCheck }, pass] = await Promise.all([
    import("./run-line-check"),
    call<typeof connectionCheck>(
      "POST",
      "/livestreams/{mint}/connection-check",
      { params: { mint } },
      signal,
    ),
  ]);
  return { runLineCheck, pass };
}
