"use client";

import { useSyncExternalStore } from "react";

// Tailwind's `lg`: from here on a side panel leaves the picture its room.
const query = "(min-width: 64rem)";

function subscribe(changed: () => void): () => void {
  const media = window.matchMedia(query);
  media.addEventListener("change", changed);
  return () => media.removeEventListener("change", changed);
}

/** Whether there is room beside the picture; narrow on the server. */
export function useWideWindow(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => false,
  );
}
