"use client";

import { useCallback, useSyncExternalStore } from "react";

/** Whether the window matches the media query; false on the server. */
function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const media = window.matchMedia(query);
      media.addEventListener("change", changed);
      return () => media.removeEventListener("change", changed);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => false,
  );
}

/** Whether the main pointer is a finger: a phone or a tablet. */
export const useCoarsePointer = () => useMedia("(pointer: coarse)");

/**
 * Whether the window is low and wide, like a landscape phone: the watch page's chat then slides over
 * the picture (watch-room.module.css).
 */
export const useLowWindow = () => useMedia("(max-height: 31rem) and (min-width: 35rem)");

/** Whether there is room next to the picture: Tailwind's `lg`, where a side panel fits. */
export const useWideWindow = () => useMedia("(min-width: 64rem)");

/**
 * Whether the window is as narrow as a phone held upright, in which a 16:9 picture is small. Its
 * keyboard makes the window low, so the ratio says nothing.
 */
export const useUprightWindow = () => useMedia("(max-width: 34.99rem)");

/** Whether a strip of faces fits below the studio's picture and leaves it large. */
export const useRoomyWindow = () => useMedia("(width >= 64rem) and (height >= 45rem)");
