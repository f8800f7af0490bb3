"use client";

import { useEffect, useRef, useState } from "react";
import { followEvents } from "@/lib/client/server-api/follow-events";
import { isStale } from "@/lib/client/server-api/live-updates";
import type { LivestreamEventName, LivestreamEvents } from "@/lib/contracts/livestream-events";

type Listeners = { [Name in LivestreamEventName]?: (event: LivestreamEvents[Name]) => void };

/**
 * Follows a livestream by Server-Sent Events while `enabled`; one stream a page. It is opened again
 * whenever it is lost, and brings what was missed. `waits` is for viewers who are given a pass at
 * the start.
 *
 * @returns whether what the page knows may be old
 */
export function useLivestreamEvents(
  mint: string,
  listeners: Listeners,
  { enabled = true, waits = false } = {},
): boolean {
  const [stale, setStale] = useState(false);
  const latest = useRef(listeners);
  useEffect(() => {
    latest.current = listeners;
  });
  useEffect(() => {
    if (!enabled) return;
    const { wake, offline, stop } = followEvents({
      url: `/livestreams/${mint}/events${waits ? "?waits=true" : ""}`,
      onEvent: (name, data) => {
        const hear = latest.current[name as LivestreamEventName];
        (hear as ((event: unknown) => void) | undefined)?.(JSON.parse(data));
      },
      onState: (state) => setStale(isStale(state)),
    });
    const look = () => {
      if (document.visibilityState === "visible") wake();
    };
    window.addEventListener("online", wake);
    window.addEventListener("offline", offline);
    document.addEventListener("visibilitychange", look);
    return () => {
      window.removeEventListener("online", wake);
      window.removeEventListener("offline", offline);
      document.removeEventListener("visibilitychange", look);
      stop();
      setStale(false);
    };
  }, [mint, enabled, waits]);
  return stale;
}
