import { errorMessage } from "./error-message";

/** The state of something loaded from the server. */
export type LoadState<T> = {
  /** The newest value; null before the first. Kept while a newer one loads. */
  value: T | null;
  loading: boolean;
  /** Why the last request failed; null again after one succeeds. */
  problem: string | null;
};

export const notLoaded = { value: null, loading: false, problem: null };

/** `known` is the value to continue from; null requests everything. */
export type Ask<T> = (signal: AbortSignal, known: T | null) => Promise<T>;

export type Loader<T> = {
  /**
   * Aborts the request in flight and starts this one. Never rejects: the state says what failed.
   */
  load: (ask: Ask<T>, known: T | null) => Promise<void>;
  /** Applies a change made by this page. A request in flight may miss it, so that is sent again. */
  change: (next: (value: T | null) => T) => void;
  stop: () => void;
};

/** One request at a time, so that a late response never replaces a newer one. */
export function createLoader<T>(
  update: (next: (state: LoadState<T>) => LoadState<T>) => void,
): Loader<T> {
  let underWay: { abort: AbortController; again: () => void } | null = null;

  const end = (changes: Partial<LoadState<T>>) => {
    underWay = null;
    update((state) => ({ ...state, loading: false, ...changes }));
  };

  const load: Loader<T>["load"] = async (ask, known) => {
    underWay?.abort.abort();
    const abort = new AbortController();
    underWay = { abort, again: () => void load(ask, known) };
    update((state) => ({ ...state, loading: true }));
    try {
      const value = await ask(abort.signal, known);
      if (!abort.signal.aborted) end({ value, problem: null });
    } catch (error) {
      if (!abort.signal.aborted) end({ problem: errorMessage(error) });
    }
  };

  return {
    load,
    change(next) {
      update((state) => ({ ...state, value: next(state.value) }));
      underWay?.again();
    },
    stop() {
      underWay?.abort.abort();
      if (underWay) end({});
    },
  };
}
