"use client";

import { type RefObject, useCallback, useSyncExternalStore } from "react";

export type FullScreen = { state: "impossible" | "off" | "on"; toggle: () => void };

function subscribe(changed: () => void): () => void {
  document.addEventListener("fullscreenchange", changed);
  return () => document.removeEventListener("fullscreenchange", changed);
}

/** Shows an element alone on the screen, where the browser can (an iPhone cannot). */
export function useFullScreen(element: RefObject<HTMLElement | null>): FullScreen {
  const state = useSyncExternalStore<FullScreen["state"]>(
    subscribe,
    () => (document.fullscreenEnabled ? (document.fullscreenElement ? "on" : "off") : "impossible"),
    () => "impossible",
  );
  const toggle = useCallback(() => {
    const change = document.fullscreenElement
      ? document.exitFullscreen()
      : element.current?.requestFullscreen();
    // Refused by the browser's own rules: the picture stays as it is, which says enough.
    change?.catch(() => undefined);
  }, [element]);
  return { state, toggle };
}
