"use client";

import { useSyncExternalStore } from "react";
import { never } from "@/lib/client/browser/never";

type Shared = { title: string; url: string };

/** The device's share sheet; null if it has none. */
export function useNativeShare(): ((shared: Shared) => void) | null {
  const able = useSyncExternalStore(
    never,
    () => typeof navigator.share === "function",
    () => false,
  );
  // Closing the sheet is not an error.
  return able ? (shared) => void navigator.share(shared).catch(() => undefined) : null;
}
