import { describe, expect, it } from "vitest";
import {
  openWatch,
  passOf,
  type WatchEvent,
  type WatchState,
  watch,
} from "@/lib/client/watch/watch-state";
import type { Livestream } from "@/lib/contracts/livestreams";
import { aLivestream } from "@/tests/support/unit/livestream";

const pass = (token: string) => ({ token, url: "ws://localhost" });
const live = openWatch(aLivestream("live"), pass("first"));
const play = (state: WatchState, ...events: WatchEvent[]) => events.reduce(watch, state);
const answered = (status: Livestream["status"], token?: string): WatchEvent => ({
  type: "answered",
  livestream: aLivestream(status),
  pass: token ? pass(token) : null,
});
const lost: WatchEvent = { type: "dropped", cause: "lost" };

describe("an evening at the watch page", () => {
  it("goes from before the show to the show, and to its end", () => {
    let state = openWatch(aLivestream("scheduled"), null);
    expect(state.scene).toEqual({ name: "before", pass: null });

    state = play(state, { type: "changed", livestream: aLivestream("live") });
    expect(state.scene).toMatchObject({ name: "asking", after: "start", tries: 0 });

    state = play(state, answered("live", "first"));
    expect(passOf(state)).toEqual(pass("first"));
    expect(state.scene).toMatchObject({ name: "live", seat: "hidden" });

    state = play(state, { type: "dropped", cause: "closed" }, answered("ended"));
    expect(state.scene).toEqual({ name: "ended" });
    expect(passOf(state)).toBeNull();
  });

  it("starts immediately for a viewer who receives a pass", () => {
    const begins: WatchEvent = {
      type: "began",
      livestream: aLivestream("live"),
      pass: pass("first"),
    };
    const state = play(openWatch(aLivestream("scheduled"), null), begins);
    expect(passOf(state)).toEqual(pass("first"));
    expect(state.scene).toMatchObject({ name: "live", seat: "hidden", tries: 0 });
    expect(play(live, begins).scene).toBe(live.scene);
  });

  it("waits in the room, and stays in it when the show starts", () => {
    const waiting = openWatch(aLivestream("scheduled"), pass("first"));
    expect(passOf(waiting)).toEqual(pass("first"));
    for (const begins of [
      { type: "changed", livestream: aLivestream("live") },
      { type: "began", livestream: aLivestream("live"), pass: pass("second") },
    ] satisfies WatchEvent[]) {
      const state = play(waiting, begins);
      expect(state.scene).toMatchObject({ name: "live", seat: "hidden", pass: pass("first") });
      expect(state.livestream.status).toBe("live");
    }
  });

  it("loses its place in the room, and receives a pass with the show", () => {
    const state = play(openWatch(aLivestream("scheduled"), pass("first")), lost);
    expect(state.scene).toEqual({ name: "before", pass: null });
    const begins: WatchEvent = {
      type: "began",
      livestream: aLivestream("live"),
      pass: pass("second"),
    };
    expect(passOf(play(state, begins))).toEqual(pass("second"));
  });

  it("is deleted, before or after the show", () => {
    const ended = play(live, { type: "dropped", cause: "closed" }, answered("ended"));
    for (const state of [openWatch(aLivestream("scheduled"), null), ended]) {
      expect(play(state, { type: "vanished" }).scene).toEqual({ name: "gone" });
      expect(play(state, { type: "deleted" }).scene).toEqual({ name: "deleted" });
    }
  });

  it("is cancelled before it started", () => {
    const state = play(
      openWatch(aLivestream("scheduled"), null),
      { type: "changed", livestream: aLivestream("cancelled") },
      answered("cancelled"),
    );
    expect(state.scene).toEqual({ name: "ended" });
    const same = play(state, { type: "changed", livestream: aLivestream("cancelled") });
    expect(same.scene).toEqual({ name: "ended" });
  });

  it("is no longer cancelled once it gets a new time", () => {
    const state = play(
      openWatch(aLivestream("cancelled"), null),
      { type: "changed", livestream: aLivestream("scheduled") },
      answered("scheduled"),
    );
    expect(state.scene).toEqual({ name: "before", pass: null });
  });

  it("shows the server's viewer count", () => {
    expect(play(live, { type: "watching", watching: 128 }).livestream.watching).toBe(128);
  });
});

describe("a connection that breaks", () => {
  it("asks the server immediately and reconnects with a new pass", () => {
    const asking = play(live, { type: "steady" }, lost);
    expect(asking.scene).toMatchObject({ name: "asking", after: "drop", tries: 0 });
    const back = play(asking, answered("live", "second"));
    expect(passOf(back)).toEqual(pass("second"));
  });

  it("waits longer with each failure, and not at all after a connection that held", () => {
    const twice = play(live, lost, answered("live", "second"), lost);
    expect(twice.scene).toMatchObject({ name: "asking", tries: 2 });
    const held = play(twice, answered("live", "third"), { type: "steady" }, lost);
    expect(held.scene).toMatchObject({ tries: 0 });
  });

  it("waits longer when the server itself cannot be reached", () => {
    const state = play(live, lost, { type: "refused", code: "offline" });
    expect(state.scene).toMatchObject({ name: "asking", tries: 2 });
    expect(play(state, { type: "retried" }).scene).toMatchObject({ name: "asking", tries: 0 });
  });

  it("reports a removal, even when the server would let the viewer in again", () => {
    const state = play(live, { type: "dropped", cause: "removed" }, answered("live", "second"));
    expect(state.scene).toEqual({ name: "removed" });
    expect(passOf(state)).toBeNull();
    expect(play(state, { type: "retried" }, answered("live", "third")).scene).toMatchObject({
      name: "live",
      seat: "hidden",
    });
  });

  it.each([
    ["banned", "banned"],
    ["livestream-not-found", "gone"],
  ] as const)("%s is final: %s", (code, name) => {
    const state = play(live, { type: "dropped", cause: "removed" }, { type: "refused", code });
    expect(state.scene).toEqual({ name });
    expect(play(state, { type: "retried" }).scene).toEqual({ name });
  });

  it("ends, if the removal was the end of the show", () => {
    const state = play(live, { type: "dropped", cause: "removed" }, answered("ended"));
    expect(state.scene).toEqual({ name: "ended" });
  });
});

describe("a change of seat", () => {
  const moving = play(live, { type: "move-asked", to: "visible" });
  const given = play(moving, { type: "move-given", pass: pass("visible") });

  it("keeps the old connection until the new one is open", () => {
    expect(passOf(moving)).toEqual(pass("first"));
    expect(passOf(given)).toEqual(pass("visible"));
    expect(given.scene).toMatchObject({ seat: "hidden" });
    expect(play(given, { type: "move-done" }).scene).toMatchObject({
      seat: "visible",
      pass: pass("visible"),
      move: null,
    });
  });

  it("keeps the old seat when it fails", () => {
    for (const state of [moving, given]) {
      const failed = play(state, {
        type: "move-failed",
        reason: { why: "refused", said: "Sign in first." },
      });
      expect(failed.scene).toMatchObject({
        seat: "hidden",
        pass: pass("first"),
        move: null,
        refusal: { why: "refused", said: "Sign in first." },
      });
      const again = play(failed, { type: "move-asked", to: "visible" });
      expect(again.scene).toMatchObject({ refusal: null });
    }
  });

  it("is requested once", () => {
    expect(play(moving, { type: "move-asked", to: "visible" })).toEqual(moving);
  });

  it("returns visible after a lost connection, and hidden when the session has ended", () => {
    const visible = play(given, { type: "move-done" }, { type: "steady" }, lost);
    expect(visible.scene).toMatchObject({ name: "asking", seat: "visible" });
    const hidden = play(visible, { type: "refused", code: "not-signed-in" });
    expect(hidden.scene).toMatchObject({ name: "asking", seat: "hidden" });
  });
});

describe("updates during a show", () => {
  it("an edit changes the text and nothing else", () => {
    const state = play(live, { type: "edited", changes: { title: "Second night" } });
    expect(state.livestream).toMatchObject({ title: "Second night", status: "live" });
    expect(state.scene).toBe(live.scene);
  });

  it("the network's return triggers the next attempt immediately, but only if one is pending", () => {
    const waiting = play(live, lost, { type: "refused", code: "offline" });
    expect(waiting.scene).toMatchObject({ name: "asking", tries: 2 });
    expect(play(waiting, { type: "woken" }).scene).toMatchObject({ name: "asking", tries: 0 });
    expect(play(live, { type: "woken" }).scene).toBe(live.scene);
    const removed = play(live, { type: "dropped", cause: "removed" }, answered("live", "x"));
    expect(play(removed, { type: "woken" }).scene).toEqual({ name: "removed" });
  });
});
