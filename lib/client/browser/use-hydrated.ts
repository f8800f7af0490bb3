"use client";

import { useSyncExternalStore } from "react";
import { never } from "@/lib/client/browser/never";

/** Whether the page is hydrated. A button pressed before that would lose the press. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
