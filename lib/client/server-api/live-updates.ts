import { backoffMs } from "./backoff";

/** The state of a page's event stream. Each "opening" is one attempt. */
export type LiveUpdates =
  | { name: "opening"; failures: number }
  | { name: "open"; failures: number; sinceMs: number }
  /** `atLeastMs`: the server's `Retry-After`. */
  | { name: "waiting"; failures: number; atLeastMs: number };

export type LiveUpdatesEvent =
  /** Something arrived: the page is current. */
  | { type: "heard"; atMs: number }
  /** Refused, cut off, or silent for too long. */
  | { type: "lost"; atMs: number; retryAfterMs: number }
  /** The wait is over. */
  | { type: "due" }
  /** The network is back, or the page is visible again. */
  | { type: "woken" }
  /** The browser reports that it is offline. */
  | { type: "offline" };

export const noUpdatesYet: LiveUpdates = { name: "opening", failures: 0 };

/** A stream that held this long was good: its loss counts as a first failure. */
const steadyMs = 10_000;
/** One failure is a hiccup; after the second in a row the reader is told. */
const failuresUntilStale = 2;

export function liveUpdates(state: LiveUpdates, event: LiveUpdatesEvent): LiveUpdates {
  const { failures } = state;
  switch (event.type) {
    case "heard":
      if (state.name === "open") return state;
      return { name: "open", failures, sinceMs: event.atMs };
    case "lost": {
      const held = state.name === "open" && event.atMs - state.sinceMs >= steadyMs;
      return {
        name: "waiting",
        failures: held ? 1 : failures + 1,
        atLeastMs: event.retryAfterMs,
      };
    }
    case "offline":
      return { name: "waiting", failures: Math.max(failures, failuresUntilStale), atLeastMs: 0 };
    case "due":
    case "woken":
      return state.name === "waiting" ? { name: "opening", failures } : state;
  }
}

/** Whether the page's data may be outdated. */
export const isStale = ({ name, failures }: LiveUpdates) =>
  name !== "open" && failures >= failuresUntilStale;

/** A server that says when it will be back is asked then, or at most half as long again later. */
export const reopenAfterMs = (
  { failures, atLeastMs }: Extract<LiveUpdates, { name: "waiting" }>,
  jitter: number,
) => (atLeastMs > 0 ? atLeastMs * (1 + jitter / 2) : backoffMs(failures, jitter));
