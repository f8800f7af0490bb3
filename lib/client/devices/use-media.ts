"use client";

import { useCallback, useSyncExternalStore } from "react";

/** Whether the window is as the media query says; false on the server. */
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

/** Whether a finger is what points: a phone or a tablet. */
export const useCoarsePointer = () => useMedia("(pointer: coarse)");

/** Whether there is room beside the picture; from Tailwind's `lg` on a side panel leaves it that. */
export const useWideWindow = () => useMedia("(min-width: 64rem)");
