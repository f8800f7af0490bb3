"use client";

import { useCallback, useEffect, useReducer, useRef } from "react";
import { recall, remember } from "@/lib/client/browser/browser-memory";
import type { DevicePreview } from "@/lib/client/devices/use-device-preview";
import { call } from "@/lib/client/server-api/api";
import { saidBy } from "@/lib/client/server-api/said-by";
import type { connectionCheck } from "@/lib/contracts/tokens";
import { type LineCheck, lineCheck, noLineCheck } from "./line-check";

/** Nobody who goes live at once is kept busy with a check. */
const settleMs = 2_500;
const doneKey = (mint: string) => `line-checked.${mint}`;

export type LineCheckOf = { check: LineCheck; run: () => void };

/**
 * Tries the line to the video server, once by itself and again when asked to, and gives it up when
 * the page that shows it goes: a show that begins has the line to itself.
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
        if (!signal.aborted) dispatch({ type: "refused", said: saidBy(error) });
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

/** The check's own code comes only when there is a check. */
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
