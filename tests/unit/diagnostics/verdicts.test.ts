import { describe, expect, test, vi } from "vitest";
import { type ResultCode, verdictOf } from "@/lib/contracts/admin/server";
import { findingOf, settle } from "@/lib/diagnostics/finding";
import {
  clockResult,
  diskResult,
  mediaResult,
  proxyResult,
  tlsResult,
  turnResult,
} from "@/lib/diagnostics/verdicts";
import { catalogues } from "@/lib/words/catalogues";

const here = "http://localhost:3000";
const away = "https://live.example.com";
const ownLiveKit = "http://127.0.0.1:7880";

test("every result has a verdict and a sentence, and there are no others", () => {
  expect(Object.keys(catalogues.en.server.results).sort()).toEqual(Object.keys(verdictOf).sort());
});

test.each([
  [away, "tls-https"],
  [here, "tls-local"],
  ["http://[::1]:3000", "tls-local"],
  ["http://127.0.0.1", "tls-local"],
  ["http://live.example.com", "tls-http"],
  ["http://192.168.1.5:3000", "tls-http"],
])("PUBLIC_URL=%s: %s", (publicUrl, code) => {
  expect(tlsResult({ publicUrl }).code).toBe(code);
});

test.each([
  [away, ownLiveKit, null, "media-auto"],
  [away, ownLiveKit, "127.0.0.1", "media-unreachable"],
  [away, ownLiveKit, "::1", "media-unreachable"],
  [away, ownLiveKit, "203.0.113.7", "media-address"],
  [here, ownLiveKit, null, "media-local"],
  [away, "https://livekit.example.com", null, "media-own"],
])(
  "media at %s, LiveKit at %s, MEDIA_ADDRESS=%s: %s",
  (publicUrl, livekitUrl, mediaAddress, code) => {
    expect(mediaResult({ publicUrl, livekitUrl, mediaAddress }).code).toBe(code);
  },
);

test.each([
  ["http://127.0.0.1:7880", null, "turn-none"],
  ["http://127.0.0.1:7880", "turn.example.com", "turn-set"],
  ["https://media.example.com", null, "turn-own"],
])("LiveKit at %s with TURN_DOMAIN %s: %s", (livekitUrl, turnDomain, code) => {
  expect(turnResult({ livekitUrl, turnDomain }).code).toBe(code);
});

test.each([
  [0, 0, "proxy-none"],
  [0, 1, "proxy-untrusted"],
  [1, 0, "proxy-missing"],
  [2, 1, "proxy-missing"],
  [1, 1, "proxy-trusted"],
  [2, 2, "proxy-trusted"],
  [1, 2, "proxy-more"],
])("TRUST_PROXY=%i behind %i proxies: %s", (trustProxy, proxies, code) => {
  expect(proxyResult({ trustProxy }, proxies).code).toBe(code);
});

test("the database's clock may differ by two seconds, LiveKit's by five, either way", () => {
  const codes = (all: number[], of: "databaseMs" | "liveKitMs") =>
    all.map((ms) => clockResult({ databaseMs: 0, liveKitMs: 0, [of]: ms }).code);
  expect(codes([0, 2_000, -2_000], "databaseMs")).toEqual(Array(3).fill("clock-right"));
  expect(codes([2_100, -3_600_000], "databaseMs")).toEqual(["clock-off", "clock-off"]);
  expect(codes([5_000, -5_000], "liveKitMs")).toEqual(Array(2).fill("clock-right"));
  expect(codes([5_100, -300_000], "liveKitMs")).toEqual(Array(2).fill("clock-off-livekit"));
});

test("disk space is enough, low, or nearly gone", () => {
  expect([50e9, 2e9, 1.9e9, 1e8, 0].map((free) => diskResult(free).code)).toEqual([
    ...["disk-enough", "disk-enough", "disk-low", "disk-full", "disk-full"],
  ]);
});

describe("a check", () => {
  const key = "mail";
  const run = (work: () => Promise<{ code: ResultCode }>, otherwise?: ResultCode) =>
    settle({ key, run: work, withinMs: 20, otherwise });
  const broken = () => {
    throw new SyntaxError("Unexpected token");
  };

  test("that throws, rejects or never ends has failed", async () => {
    vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const never = () => new Promise<never>(() => {});
    for (const work of [broken, () => Promise.reject(new Error("no")), never]) {
      expect(await run(work)).toMatchObject({ code: "not-checked", verdict: "failed" });
    }
    expect(await run(never, "mail-silent")).toMatchObject({ code: "mail-silent" });
    vi.restoreAllMocks();
  });

  test("says its result in a sentence, with its values", () => {
    const values = { at: "2026-11-21T18:00:00.000Z" };
    expect(findingOf("webhook", { code: "webhook-arrives", values }).detail).toBe(
      "The last webhook arrived on 2026-11-21T18:00:00.000Z.",
    );
  });
});
