"use client";

import { useSyncExternalStore } from "react";
import { never } from "@/lib/client/browser/never";

type Shared = { title: string; url: string };

/** The device's own way to pass something on; null where it has none. */
export function useNativeShare(): ((shared: Shared) => void) | null {
  const able = useSyncExternalStore(
    never,
    () => typeof navigator.share === "function",
    () => false,
  );
  // A choice that was closed again is none.
  return able ? (shared) => void navigator.share(shared).catch(() => undefined) : null;
}
