"use client";

import { useEffect, useRef, useState } from "react";
import { followEvents } from "@/lib/client/server-api/follow-events";
import { isStale } from "@/lib/client/server-api/live-updates";
import type { LivestreamEventName, LivestreamEvents } from "@/lib/contracts/livestream-events";

type Listeners = { [Name in LivestreamEventName]?: (event: LivestreamEvents[Name]) => void };

/**
 * Follows a livestream over Server-Sent Events while `enabled`; one stream per page. It reopens
 * whenever it is lost and catches up on missed events. `waits` is for viewers who receive a pass
 * when the show starts.
 *
 * @returns whether the page's data may be outdated
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
