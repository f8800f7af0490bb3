"use client";

import { useSyncExternalStore } from "react";
import { never } from "@/lib/client/browser/never";

/** The page's origin, `https://show.example`; empty on the server. */
export const useOrigin = (): string =>
  useSyncExternalStore(
    never,
    () => location.origin,
    () => "",
  );
