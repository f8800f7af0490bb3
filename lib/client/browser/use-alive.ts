"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Whether the page's script has come: a button that is pressed before it would lose the press. */
export const useAlive = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
