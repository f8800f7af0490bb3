"use client";

import { useEffect, useRef } from "react";
import {
  type LivestreamEventName,
  livestreamEventNames,
} from "@/lib/contracts/livestream-event-names";
import type { LivestreamEvents } from "@/lib/contracts/livestream-events";

type Listeners = { [Name in LivestreamEventName]?: (event: LivestreamEvents[Name]) => void };

/**
 * Follows a livestream by Server-Sent Events while `enabled`; one stream a page. The browser
 * reconnects by itself and is given what it missed. `waits` is for who is given a pass at the start.
 */
export function useLivestreamEvents(
  mint: string,
  listeners: Listeners,
  { enabled = true, waits = false } = {},
): void {
  const latest = useRef(listeners);
  useEffect(() => {
    latest.current = listeners;
  });
  useEffect(() => {
    if (!enabled) return;
    const source = new EventSource(`/livestreams/${mint}/events${waits ? "?waits=true" : ""}`);
    const on = <Name extends LivestreamEventName>(name: Name) =>
      source.addEventListener(name, (message) =>
        latest.current[name]?.(JSON.parse(message.data) as LivestreamEvents[Name]),
      );
    for (const name of livestreamEventNames) on(name);
    return () => source.close();
  }, [mint, enabled, waits]);
}
