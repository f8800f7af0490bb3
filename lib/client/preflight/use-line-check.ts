"use client";

import { useCallback, useEffect } from "react";
import { recall, remember } from "@/lib/client/browser/browser-memory";
import type { DevicePreview } from "@/lib/client/devices/use-device-preview";
import { call } from "@/lib/client/server-api/api";
import type { connectionCheck } from "@/lib/contracts/tokens";
import { type LineCheckOf, useLineRun } from "./use-line-run";

/** Delayed, so that hosts who go live at once are not slowed down by a check. */
const settleMs = 2_500;
const doneKey = (mint: string) => `line-checked.${mint}`;

/**
 * Checks a host's connection to the media server, once automatically and again on request. Cancelled
 * when the page that shows it unmounts, so that a starting show has the whole bandwidth.
 */
export function useLineCheck(
  mint: string,
  { camera, microphone }: Pick<DevicePreview, "camera" | "microphone">,
): LineCheckOf {
  const { check, run: runOnce } = useLineRun({
    begin: (signal) =>
      call<typeof connectionCheck>(
        "POST",
        "/livestreams/{mint}/connection-check",
        { params: { mint } },
        signal,
      ),
    tracks: {
      video: camera.track?.mediaStreamTrack,
      audio: microphone.track?.mediaStreamTrack,
    },
  });

  const run = useCallback(() => {
    remember("tab", doneKey(mint), "yes");
    runOnce();
  }, [mint, runOnce]);

  const settled = !camera.opening && !microphone.opening;
  useEffect(() => {
    if (!settled || recall("tab", doneKey(mint))) return;
    const timer = setTimeout(run, settleMs);
    return () => clearTimeout(timer);
  }, [settled, mint, run]);

  return { check, run };
}
