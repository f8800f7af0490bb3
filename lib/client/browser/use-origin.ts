"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** `https://show.example`, as the reader's browser knows it; empty on the server. */
export const useOrigin = (): string =>
  useSyncExternalStore(
    never,
    () => location.origin,
    () => "",
  );
