import { describe, expect, it } from "vitest";
import { backoffMs } from "@/lib/client/server-api/backoff";
import {
  isStale,
  type LiveUpdates,
  type LiveUpdatesEvent,
  liveUpdates,
  noUpdatesYet,
  reopenAfterMs,
} from "@/lib/client/server-api/live-updates";

const heard = (atMs: number): LiveUpdatesEvent => ({ type: "heard", atMs });
const lost = (atMs: number, retryAfterMs = 0): LiveUpdatesEvent => ({
  type: "lost",
  atMs,
  retryAfterMs,
});
const due: LiveUpdatesEvent = { type: "due" };
const timeline = (...events: LiveUpdatesEvent[]): LiveUpdates =>
  events.reduce(liveUpdates, noUpdatesYet);

/** The delay after these events, with the least and the most jitter. */
function waitAfter(...events: LiveUpdatesEvent[]): [number, number] {
  const state = timeline(...events);
  if (state.name !== "waiting") throw new Error(`${state.name}, not waiting`);
  return [reopenAfterMs(state, 0), reopenAfterMs(state, 1)];
}

describe("a page's event stream", () => {
  it("recovers from a single loss silently", () => {
    const dropped = timeline(heard(0), lost(60_000));
    expect(isStale(dropped)).toBe(false);
    expect(isStale(liveUpdates(dropped, due))).toBe(false);
    expect(timeline(heard(0), lost(60_000), due, heard(61_000)).name).toBe("open");
  });

  it("is out of date from the second failure in a row until something arrives", () => {
    const refused = [heard(0), lost(60_000), due, lost(61_000)];
    expect(isStale(timeline(...refused))).toBe(true);
    expect(isStale(timeline(...refused, due))).toBe(true);
    expect(isStale(timeline(...refused, due, heard(63_000)))).toBe(false);
  });

  it("waits longer after each failure, at most half a minute, with jitter", () => {
    expect(waitAfter(lost(0))).toEqual([750, 1_250]);
    expect(waitAfter(lost(0), due, lost(1))).toEqual([1_500, 2_500]);
    const many = Array.from({ length: 30 }, () => [due, lost(0)]).flat();
    expect(waitAfter(...many)[1]).toBeLessThanOrEqual(37_500);
    expect(backoffMs(0, 1)).toBe(0);
  });

  it("waits as long as the server asks for, with jitter, however often it has failed", () => {
    expect(waitAfter(lost(0, 20_000))).toEqual([20_000, 30_000]);
    const many = Array.from({ length: 10 }, () => [lost(0, 2_000), due]).flat();
    expect(waitAfter(...many, lost(0, 2_000))).toEqual([2_000, 3_000]);
  });

  it("starts over after a connection that held, but not after one that is cut off immediately", () => {
    expect(timeline(heard(0), lost(1_000), due, heard(2_000), lost(3_000)).failures).toBe(2);
    expect(timeline(lost(0), due, lost(1), due, heard(2), lost(60_000)).failures).toBe(1);
  });

  it("tries immediately when the network is back, and is out of date without one", () => {
    const offline = timeline(heard(0), { type: "offline" });
    expect(isStale(offline)).toBe(true);
    expect(liveUpdates(offline, { type: "woken" }).name).toBe("opening");
  });

  it("leaves a running attempt and an open stream alone", () => {
    const open = timeline(heard(0));
    expect(liveUpdates(open, { type: "woken" })).toBe(open);
    expect(liveUpdates(open, due)).toBe(open);
    expect(liveUpdates(open, heard(5))).toBe(open);
    expect(liveUpdates(noUpdatesYet, { type: "woken" })).toBe(noUpdatesYet);
  });
});
