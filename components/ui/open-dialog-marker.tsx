"use client";

import { useEffect, useSyncExternalStore } from "react";

let openDialogs = 0;
const listeners = new Set<() => void>();

function count(change: 1 | -1): void {
  openDialogs += change;
  for (const listener of listeners) listener();
}

/** Rendered in every dialog, so that toasts know it is open and stay clear of it. */
export function OpenDialogMarker(): null {
  useEffect(() => {
    count(1);
    return () => count(-1);
  }, []);
  return null;
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

export const useHasOpenDialog = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => openDialogs > 0,
    () => false,
  );
