"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { type Ask, createLoader, type Loader, type LoadState, notLoaded } from "./loader";

export type Loaded<T> = LoadState<T> & {
  /** Asks for everything again, while the view keeps what it has. */
  reload: () => Promise<void>;
  /** Loads the next part of a list. */
  loadMore: () => Promise<void>;
  change: Loader<T>["change"];
};

/**
 * Reads from the server when `key` changes. A null key reads nothing and keeps the value, as for a
 * closed dialog. With `first` the page brought the value, and nothing is read until asked for.
 */
export function useLoaded<T>(key: string | null, ask: Ask<T>, first: T | null = null): Loaded<T> {
  const [state, setState] = useState<LoadState<T>>({ ...notLoaded, value: first });
  const [loader] = useState(() => createLoader(setState));
  const [lastKey, setLastKey] = useState(key);
  // During the render, so that the value of another key is never drawn.
  if (key !== null && key !== lastKey) {
    setLastKey(key);
    setState(notLoaded);
  }
  const brought = first !== null;
  const load = useEffectEvent(() => loader.load(ask, null));
  useEffect(() => {
    if (key === null || brought) return;
    void load();
    return loader.stop;
  }, [key, brought, loader]);
  return {
    ...state,
    reload: () => loader.load(ask, null),
    loadMore: () => loader.load(ask, state.value),
    change: loader.change,
  };
}
