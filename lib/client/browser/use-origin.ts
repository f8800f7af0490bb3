"use client";

import { useSyncExternalStore } from "react";
import { never } from "@/lib/client/browser/never";

/** `https://show.example`, as the reader's browser knows it; empty on the server. */
export const useOrigin = (): string =>
  useSyncExternalStore(
    never,
    () => location.origin,
    () => "",
  );
