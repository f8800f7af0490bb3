"use client";

import { useSyncExternalStore } from "react";
import { never } from "@/lib/client/browser/never";

/** Whether the page's script has come: a button that is pressed before it would lose the press. */
export const useAlive = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
