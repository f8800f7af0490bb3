import { describe, expect, test } from "vitest";
import { showLength } from "@/lib/client/livestreams/show-length";
import { layersOf } from "@/lib/client/player/picture-layers";
import { sampleOf, statsBetween } from "@/lib/client/player/picture-stats";
import { muteToggled, soundFrom, turned } from "@/lib/client/player/player-choices";
import { playerAction, playerKeys } from "@/lib/client/player/player-keys";
import { qualityFrom } from "@/lib/client/room/picture-quality";
import { countdownTo } from "@/lib/client/server-api/countdown";

describe("a viewer's choices from an earlier visit", () => {
  test("are restored as stored", () => {
    expect(soundFrom({ volume: 0.4, muted: true })).toEqual({ volume: 0.4, muted: true });
    expect(qualityFrom("low")).toBe("low");
  });

  test("fall back to the defaults if nothing valid was stored", () => {
    for (const kept of [null, 7, "loud", [], { volume: "x" }, { volume: Number.NaN }]) {
      expect(soundFrom(kept).muted).toBe(false);
    }
    expect(soundFrom({ volume: 12 }).volume).toBe(1);
    expect(qualityFrom("4k")).toBe("auto");
  });
});

describe("sound", () => {
  test("is muted and unmuted at the same volume", () => {
    const muted = muteToggled({ volume: 0.3, muted: false });
    expect(muted).toEqual({ volume: 0.3, muted: true });
    expect(muteToggled(muted)).toEqual({ volume: 0.3, muted: false });
  });

  test("returns at full volume if it was turned down to zero", () => {
    expect(muteToggled({ volume: 0, muted: false })).toEqual({ volume: 1, muted: false });
  });

  test("changes by a twentieth, within its limits", () => {
    expect(turned({ volume: 0.3, muted: true }, "up")).toEqual({ volume: 0.35, muted: false });
    expect(turned({ volume: 1, muted: false }, "up").volume).toBe(1);
    expect(turned({ volume: 0.02, muted: false }, "down").volume).toBe(0);
  });
});

describe("the player's keys", () => {
  test("no key has two meanings", () => {
    const keys = playerKeys.flatMap((entry) => entry.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("work on the page, in either case", () => {
    expect(playerAction("m", "page")).toBe("mute");
    expect(playerAction("M", "page")).toBe("mute");
    expect(playerAction(" ", "page")).toBe("pause");
    expect(playerAction("x", "page")).toBeNull();
  });

  test("leave a button its space bar and a slider its arrows", () => {
    expect(playerAction(" ", "control")).toBeNull();
    expect(playerAction("ArrowUp", "control")).toBeNull();
    expect(playerAction("f", "control")).toBe("full-screen");
  });

  test("are letters while someone types", () => {
    for (const { keys } of playerKeys) {
      for (const key of keys) expect(playerAction(key, "typing")).toBeNull();
    }
  });
});

describe("the sizes of a picture", () => {
  test("are those that are sent, largest first, by the shorter side", () => {
    expect(
      layersOf([
        { quality: 0, width: 180, height: 320 },
        { quality: 2, width: 720, height: 1280 },
        { quality: 1, width: 360, height: 640 },
      ]),
    ).toEqual([
      { quality: "high", height: 720 },
      { quality: "medium", height: 360 },
      { quality: "low", height: 180 },
    ]);
  });

  test("are no choice if there is one, or if sizes repeat", () => {
    expect(layersOf([{ quality: 2, width: 1280, height: 720 }])).toEqual([]);
    const same = { width: 1280, height: 720 };
    expect(
      layersOf([
        { quality: 1, ...same },
        { quality: 2, ...same },
      ]),
    ).toEqual([]);
    expect(layersOf([])).toEqual([]);
  });
});

describe("statistics", () => {
  const report = (fields: object) => [
    {
      type: "inbound-rtp",
      id: "in",
      kind: "video",
      codecId: "codec",
      timestamp: 1000,
      bytesReceived: 0,
      packetsReceived: 0,
      packetsLost: 0,
      jitterBufferDelay: 0,
      jitterBufferEmittedCount: 0,
      frameWidth: 1280,
      frameHeight: 720,
      framesPerSecond: 30,
      ...fields,
    },
    { type: "codec", id: "codec", mimeType: "video/VP8" },
    { type: "candidate-pair", id: "pair", nominated: true, currentRoundTripTime: 0.04 },
  ];
  const before = sampleOf(report({}));
  const after = sampleOf(
    report({
      timestamp: 2000,
      bytesReceived: 125_000,
      packetsReceived: 99,
      packetsLost: 1,
      jitterBufferDelay: 0.9,
      jitterBufferEmittedCount: 30,
    }),
  );
  if (!after) throw new Error("a report with a picture is a sample");

  test("describe the time since the last sample", () => {
    expect(statsBetween(before, after, null)).toMatchObject({
      width: 1280,
      codec: "VP8",
      kbitPerSecond: 1000,
      lostPercent: 1,
      roundTripMs: 40,
      bufferMs: expect.closeTo(30),
    });
  });

  test("give the delay from the server: half a round trip, and the time until it is shown", () => {
    expect(statsBetween(before, after, 95).delayMs).toBe(115);
    expect(statsBetween(before, after, null).delayMs).toBeCloseTo(50);
  });

  test("leave out what is not known", () => {
    expect(sampleOf([])).toBeNull();
    const silent = sampleOf([{ type: "inbound-rtp", id: "in", kind: "video" }]);
    expect(silent && statsBetween(null, silent, null)).toMatchObject({
      kbitPerSecond: null,
      lostPercent: null,
      bufferMs: null,
      delayMs: null,
    });
  });
});

test("a countdown ends at its time", () => {
  const at = "2026-11-22T12:00:00.000Z";
  const before = (ms: number) => countdownTo(at, Date.parse(at) - ms);
  expect(before(90_061_000)).toEqual({ days: 1, hours: 1, minutes: 1, seconds: 1 });
  expect(before(500)).toEqual({ days: 0, hours: 0, minutes: 0, seconds: 1 });
  expect(before(0)).toBeNull();
  expect(countdownTo("never", 0)).toBeNull();
});

test("a show's length in its significant parts", () => {
  const start = "2026-01-01T00:00:00.000Z";
  const after = (minutes: number) =>
    showLength(start, new Date(Date.parse(start) + minutes * 60_000).toISOString());
  expect(after(0.2).shape).toBe("short");
  expect(after(48)).toEqual({ shape: "minutes", hours: 0, minutes: 48 });
  expect(after(120).shape).toBe("hours");
  expect(after(72)).toEqual({ shape: "both", hours: 1, minutes: 12 });
});
