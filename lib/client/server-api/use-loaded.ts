"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { type Ask, createLoader, type Loader, type LoadState, notLoaded } from "./loader";

export type Loaded<T> = LoadState<T> & {
  /** Requests everything again, while the view keeps what it has. */
  reload: () => Promise<void>;
  /** Loads the next part of a list. */
  loadMore: () => Promise<void>;
  change: Loader<T>["change"];
};

/**
 * Loads from the server when `key` changes. A null key loads nothing and keeps the value, as for a
 * closed dialog. With `first` the page already has the value, and nothing is loaded until
 * requested.
 */
export function useLoaded<T>(key: string | null, ask: Ask<T>, first: T | null = null): Loaded<T> {
  const [state, setState] = useState<LoadState<T>>({ ...notLoaded, value: first });
  const [loader] = useState(() => createLoader(setState));
  const [lastKey, setLastKey] = useState(key);
  // During render, so that another key's value is never drawn.
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
