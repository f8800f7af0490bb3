"use client";

import { type Loaded, useLoaded } from "@/lib/client/server-api/use-loaded";

export type Paged<T> = { items: T[]; nextCursor: string | null };
/** The search words and the filter, as in the page's URL. */
export type Wish = Readonly<Record<string, string>>;

/** Whether everything is listed. */
export const isEmpty = (wish: Wish): boolean => Object.keys(wish).length === 0;

type Next<T> = (cursor: string | undefined, signal: AbortSignal) => Promise<Paged<T>>;

export type PagedList<T> = Loaded<Paged<T>> & { items: T[] };

/** A list whose first page the server rendered. */
export function usePaged<T>(first: Paged<T>, next: Next<T>): PagedList<T> {
  const loaded = useLoaded<Paged<T>>(
    "more",
    async (signal, known) => {
      const { items, nextCursor } = await next(known?.nextCursor ?? undefined, signal);
      return { items: [...(known?.items ?? []), ...items], nextCursor };
    },
    first,
  );
  return { ...loaded, items: (loaded.value ?? first).items };
}

/** Shows an item as the server returned it, wherever it is in the list. */
export const replaceIn = <T>(
  list: PagedList<T>,
  isIt: (item: T) => boolean,
  changed: T | null,
): void => changeIn(list, (item) => (isIt(item) ? changed : item));

/** Changes the items of a list; null removes one. */
export function changeIn<T>(list: PagedList<T>, change: (item: T) => T | null): void {
  list.change((value) => ({
    nextCursor: value?.nextCursor ?? null,
    items: (value?.items ?? []).flatMap((item) => {
      const changed = change(item);
      return changed === null ? [] : [changed];
    }),
  }));
}
