"use client";

import { useEffect, useRef } from "react";
import type { z } from "zod";
import type { livestreamEvents } from "@/lib/contracts/livestream-events";

type Events = { [Name in keyof typeof livestreamEvents]: z.infer<(typeof livestreamEvents)[Name]> };
type Listeners = { [Name in keyof Events]?: (event: Events[Name]) => void };

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
    const on = <Name extends keyof Events>(name: Name) =>
      source.addEventListener(name, (message) =>
        latest.current[name]?.(JSON.parse(message.data) as Events[Name]),
      );
    on("livestream");
    on("start");
    on("guests.snapshot");
    on("guests.delta");
    return () => source.close();
  }, [mint, enabled, waits]);
}
