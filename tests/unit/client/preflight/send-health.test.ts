import { describe, expect, test } from "vitest";
import {
  kept,
  noHealth,
  type SendHealth,
  sendHealth,
  type Trouble,
  troubleOf,
} from "@/lib/client/preflight/send-health";
import {
  type Limitation,
  readSending,
  type SendingSample,
  sendingStart,
} from "@/lib/client/preflight/sending-stats";
import { sparkline } from "@/lib/client/preflight/sparkline";

type Stretch = {
  picture?: null;
  kbps?: number;
  lost?: number;
  limitation?: Limitation;
  roundTripMs?: number;
};

/** Two seconds later: 500 more packets, at the rate of the stretch. */
function next(last: SendingSample, stretch: Stretch): SendingSample {
  const { kbps = 2_000, lost = 0, limitation = "none", roundTripMs = 30 } = stretch;
  return {
    ...last,
    atMs: last.atMs + 2_000,
    bytesSent: last.bytesSent + (kbps * 2_000) / 8,
    packetsSent: last.packetsSent + 500,
    packetsLost: last.packetsLost + lost,
    picture: stretch.picture === null ? null : { width: 1280, height: 720, framesPerSecond: 30 },
    limitation,
    roundTripMs,
  };
}

function play(...stretches: Stretch[]): SendHealth {
  const first = sendHealth(noHealth, { ...sendingStart, atMs: 1_000 });
  return stretches.reduce(
    (health, stretch) => sendHealth(health, next(health.last ?? sendingStart, stretch)),
    first,
  );
}

describe("the health of the stream that is sent", () => {
  test("is the difference of two samples", () => {
    const { points } = play({ kbps: 1_500, lost: 25, roundTripMs: 40 });
    expect(points).toEqual([{ kbps: 1_500, framesPerSecond: 30, loss: 0.05, roundTripMs: 40 }]);
  });

  test("is empty after one sample, and keeps two minutes", () => {
    expect(play().points).toEqual([]);
    expect(play(...Array<Stretch>(kept + 5).fill({})).points).toHaveLength(kept);
  });

  test("starts over with new tracks, without a negative rate", () => {
    const before = play({}, {});
    const anew = sendHealth(before, { ...sendingStart, atMs: 9_000, bytesSent: 10 });
    expect(anew.points).toEqual(before.points);
    expect(sendHealth(anew, next(anew.last ?? sendingStart, {})).points.at(-1)?.kbps).toBe(2_000);
  });

  test("is cleared when nothing is sent", () => {
    expect(sendHealth(play({}, {}), null)).toEqual(noHealth);
  });
});

const often = (stretch: Stretch) => [{}, {}, stretch, stretch, stretch];
test.each<[Trouble | null, Stretch[]]>([
  [null, [{}, {}, {}, {}, {}]],
  [null, [{ lost: 100 }, {}, {}, { lost: 100 }, {}]],
  [null, [{ kbps: 0 }, { kbps: 0 }]],
  // Nobody watches, and the microphone is silent.
  [null, often({ kbps: 0, picture: null })],
  ["nothing-arrives", often({ kbps: 0, lost: 400, limitation: "cpu" })],
  ["loss", often({ lost: 50, limitation: "bandwidth" })],
  ["cpu", often({ limitation: "cpu", roundTripMs: 900 })],
  ["slow", often({ limitation: "bandwidth", kbps: 300 })],
  ["delay", often({ roundTripMs: 600 })],
  [null, [...often({ lost: 50 }), {}, {}, {}]],
])("the trouble is %s", (trouble, stretches) => {
  expect(troubleOf(play(...stretches))).toBe(trouble);
});

test("a browser's report becomes one sample: sums, the largest picture, the worst limit", () => {
  const video = new Map([
    [
      "q",
      {
        type: "outbound-rtp",
        kind: "video",
        bytesSent: 10,
        packetsSent: 1,
        frameWidth: 320,
        frameHeight: 180,
        framesPerSecond: 30,
        qualityLimitationReason: "bandwidth",
        timestamp: 5,
      },
    ],
    [
      "f",
      {
        type: "outbound-rtp",
        kind: "video",
        bytesSent: 90,
        packetsSent: 9,
        frameWidth: 1280,
        frameHeight: 720,
        framesPerSecond: 29.6,
        qualityLimitationReason: "none",
        timestamp: 5,
      },
    ],
    [
      "h",
      {
        type: "outbound-rtp",
        kind: "video",
        active: false,
        bytesSent: 0,
        packetsSent: 0,
        frameWidth: 640,
        frameHeight: 360,
        framesPerSecond: 20,
        qualityLimitationReason: "cpu",
      },
    ],
    ["r", { type: "remote-inbound-rtp", packetsLost: 2, roundTripTime: 0.05 }],
    [
      "p",
      {
        type: "candidate-pair",
        nominated: true,
        availableOutgoingBitrate: 1_234_567,
        currentRoundTripTime: 0.02,
      },
    ],
  ]);
  const audio = new Map([
    ["a", { type: "outbound-rtp", kind: "audio", bytesSent: 5, packetsSent: 5 }],
    ["s", { type: "remote-inbound-rtp", packetsLost: -1, roundTripTime: 0.07 }],
  ]);
  expect(readSending([video, audio, undefined], sendingStart)).toEqual({
    atMs: 5,
    bytesSent: 105,
    packetsSent: 15,
    packetsLost: 2,
    carriesKbps: 1_235,
    roundTripMs: 70,
    picture: { width: 1280, height: 720, framesPerSecond: 30 },
    resting: false,
    layers: 2,
    limitation: "bandwidth",
  });
});

test("a sparkline ends at the right edge, and small values stay small", () => {
  const box = { width: 100, height: 10, slots: 11 };
  expect(sparkline([0, 5, null, 10], box, 20)).toBe("70.0,10.0 80.0,7.5 100.0,5.0");
  expect(sparkline([40], box, 20)).toBe("100.0,0.0");
  expect(sparkline([], box, 20)).toBe("");
});
