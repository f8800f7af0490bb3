import { DisconnectReason } from "livekit-client";
import { describe, expect, test } from "vitest";
import { returns } from "@/lib/client/stage/stage-return";
import {
  beginStudio,
  isPublishing,
  needsDevices,
  retryAfterMs,
  type StudioEvent,
  type StudioState,
  studioState,
} from "@/lib/client/studio/studio-state";
import { aLivestream } from "@/tests/support/unit/livestream";

const play = (from: StudioState, ...events: StudioEvent[]) => events.reduce(studioState, from);
const disconnected = (reason: DisconnectReason): StudioEvent => ({
  type: "room",
  phase: { name: "disconnected", reason },
});
const connected: StudioEvent = { type: "room", phase: { name: "connected" } };

describe("going live", () => {
  test("publishes from the click on, before the server has answered", () => {
    const before = beginStudio(aLivestream("scheduled"), "host");
    expect([needsDevices(before), isPublishing(before)]).toEqual([true, false]);
    const pressed = play(before, connected, { type: "go" });
    expect(isPublishing(pressed)).toBe(true);
    const live = play(pressed, { type: "went", livestream: aLivestream("live") });
    expect(live.stage).toEqual({ name: "on-air" });
    expect(live.livestream.status).toBe("live");
  });

  test("a second click changes nothing", () => {
    const live = play(
      beginStudio(aLivestream("scheduled"), "host"),
      { type: "go" },
      { type: "go" },
      { type: "went", livestream: aLivestream("live") },
      { type: "go" },
    );
    expect(live.stage).toEqual({ name: "on-air" });
  });

  test("the stream may report live before the answer arrives", () => {
    const live = play(
      beginStudio(aLivestream("scheduled"), "host"),
      { type: "go" },
      { type: "livestream", livestream: aLivestream("live") },
      { type: "went", livestream: aLivestream("live") },
    );
    expect(live.stage).toEqual({ name: "on-air" });
  });

  test("a refusal leads back to the preview, with the reason", () => {
    const failed = play(
      beginStudio(aLivestream("scheduled"), "host"),
      { type: "go" },
      { type: "go-failed", said: "The server cannot be reached." },
    );
    expect(failed.stage).toEqual({
      name: "preparing",
      problem: { said: "The server cannot be reached." },
    });
    expect(isPublishing(failed)).toBe(false);
  });

  test("another host's start puts nobody on air who has not gone live", () => {
    const started = play(beginStudio(aLivestream("scheduled"), "host"), {
      type: "livestream",
      livestream: aLivestream("live"),
    });
    expect(started.stage.name).toBe("preparing");
    expect(isPublishing(started)).toBe(false);
  });
});

describe("arriving at a live show", () => {
  test("its creator sees the preview first, and sends nothing before going back on air", () => {
    const opened = beginStudio(aLivestream("live"), "creator");
    expect(opened.stage).toEqual({ name: "preparing", problem: null });
    expect([needsDevices(opened), isPublishing(opened)]).toEqual([true, false]);
    expect(play(opened, { type: "return" }).stage).toEqual({ name: "on-air" });
  });

  test("only a reload within a minute leads straight back on stage", () => {
    expect(returns("reload", 59_000)).toBe(true);
    expect(returns("reload", 61_000)).toBe(false);
    expect(returns("navigate", 1_000)).toBe(false);
    expect(returns("reload", Number.NaN), "this tab was not on stage").toBe(false);
  });

  test("a co-host who was not on stage is backstage, with the camera off, and can go on stage and back", () => {
    const backstage = beginStudio(aLivestream("live"), "host");
    expect([backstage.stage.name, needsDevices(backstage)]).toEqual(["backstage", false]);
    const preparing = play(backstage, { type: "prepare" });
    expect([preparing.stage.name, needsDevices(preparing)]).toEqual(["preparing", true]);
    const on = play(preparing, { type: "go" }, { type: "went", livestream: aLivestream("live") });
    expect(on.stage.name).toBe("on-air");
    expect(play(on, { type: "step-back" }).stage.name).toBe("backstage");
  });

  test("a co-host's tab that was on stage returns there", () => {
    const returned = play(beginStudio(aLivestream("live"), "host"), { type: "return" });
    expect(returned.stage.name).toBe("on-air");
    const scheduled = play(beginStudio(aLivestream("scheduled"), "host"), { type: "return" });
    expect(scheduled.stage.name).toBe("preparing");
  });
});

describe("the connection", () => {
  const onAir = play(beginStudio(aLivestream("live"), "creator"), { type: "return" }, connected);

  test("a broken connection is waited for, then retried more and more slowly", () => {
    let state = play(onAir, { type: "room", phase: { name: "reconnecting" } });
    expect(state.connection.name).toBe("reconnecting");
    const waits: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      state = play(state, disconnected(DisconnectReason.JOIN_FAILURE));
      waits.push(retryAfterMs(state));
      state = play(state, { type: "again" });
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 10_000]);
    expect(state.attempt).toBe(5);
    expect(state.stage.name).toBe("on-air");
    expect(play(state, connected).failures).toBe(0);
  });

  test("the same account elsewhere is not replaced until the person asks for it", () => {
    const elsewhere = play(onAir, disconnected(DisconnectReason.DUPLICATE_IDENTITY));
    expect(elsewhere.connection).toEqual({ name: "elsewhere" });
    expect(play(elsewhere, { type: "again" }).connection.name).toBe("connecting");
  });

  test("a former host is told so, and nothing is retried", () => {
    const refused = play(onAir, {
      type: "token-refused",
      code: "not-allowed",
      said: "Only hosts of this livestream can do this.",
    });
    expect(refused.connection.name).toBe("refused");
  });

  test("a host who signed out in another tab is asked to sign in", () => {
    const refused = play(onAir, {
      type: "token-refused",
      code: "not-signed-in",
      said: "Sign in first.",
    });
    expect(refused.connection).toEqual({ name: "signed-out" });
  });

  test("a video server that is down is retried", () => {
    const down = play(onAir, {
      type: "token-refused",
      code: "livekit-unavailable",
      said: "The video server cannot be reached.",
    });
    expect(down.connection.name).toBe("lost");
  });
});

describe("the end", () => {
  test("an ended show stays ended, whatever arrives late", () => {
    const over = play(
      beginStudio(aLivestream("live"), "creator"),
      { type: "livestream", livestream: aLivestream("ended") },
      { type: "livestream", livestream: aLivestream("live") },
      disconnected(DisconnectReason.ROOM_DELETED),
      { type: "again" },
    );
    expect(over.stage).toEqual({ name: "over" });
    expect(over.livestream.status).toBe("ended");
    expect(over.attempt).toBe(0);
  });

  test("a token refused because the show has ended is the end, too", () => {
    const over = play(beginStudio(aLivestream("live"), "creator"), {
      type: "token-refused",
      code: "livestream-ended",
      said: "This livestream has ended.",
    });
    expect(over.stage).toEqual({ name: "over" });
  });
});
