import { describe, expect, test } from "vitest";
import {
  abilitiesOf,
  cameraOptions,
  captureFrom,
  concerns,
  reaches,
  resolutionOf,
  soundProcessingOf,
  uploadLimits,
  usualCapture,
} from "@/lib/client/devices/capture/capture-rules";

const bitratesOf = (options: ReturnType<typeof cameraOptions>) => [
  ...(options.videoSimulcastLayers ?? []).map(({ encoding }) => encoding.maxBitrate),
  options.videoEncoding?.maxBitrate ?? 0,
];
const sum = (bitrates: number[]) => bitrates.reduce((all, each) => all + each, 0);
const unlimited = { smooth: false, uploadAtMost: null };

describe("what a browser remembers", () => {
  test("choices are read back as they were stored", () => {
    const chosen = { ...usualCapture, lines: 1080, smooth: true, uploadAtMost: 2_000 } as const;
    expect(captureFrom(JSON.parse(JSON.stringify(chosen)))).toEqual(chosen);
  });

  test.each([null, "1080", 7, [], { lines: 2160, smooth: "yes", uploadAtMost: -1, mirror: null }])(
    "%j leads to usual choices",
    (kept) => {
      expect(captureFrom(kept)).toEqual(usualCapture);
    },
  );
});

describe("what is asked of a camera and a microphone", () => {
  test("720p at 30 frames a second, or as chosen", () => {
    expect(resolutionOf(usualCapture)).toMatchObject({ width: 1280, height: 720, frameRate: 30 });
    expect(resolutionOf({ ...usualCapture, lines: 1080, smooth: true })).toMatchObject({
      width: 1920,
      height: 1080,
      frameRate: 60,
    });
  });

  test("without noise suppression, the browser does not isolate a voice either", () => {
    expect(soundProcessingOf({ ...usualCapture, noiseSuppression: false })).toEqual({
      autoGainControl: true,
      noiseSuppression: false,
      voiceIsolation: false,
      echoCancellation: true,
    });
  });
});

test("a change reaches only the device that it concerns", () => {
  expect(concerns("camera", { lines: 1080 })).toBe(true);
  expect(concerns("microphone", { lines: 1080 })).toBe(false);
  expect(concerns("microphone", { echoCancellation: false })).toBe(true);
  expect(concerns("camera", { mirror: false })).toBe(false);
});

describe("what a camera can do", () => {
  const range = (max: number) => ({ max });

  test.each([
    ["a Full HD camera", { width: range(1920), height: range(1080), frameRate: range(30) }, true],
    ["a phone held upright", { width: range(1080), height: range(1920) }, true],
    ["an older webcam", { width: range(1280), height: range(720) }, false],
  ] as const)("%s", (_name, capabilities, fullHd) => {
    expect(abilitiesOf(capabilities)?.fullHd).toBe(fullHd);
  });

  test("smooth motion needs clearly more than 30 frames a second", () => {
    const size = { width: range(1280), height: range(720) };
    expect(abilitiesOf({ ...size, frameRate: range(59.94) })?.smooth).toBe(true);
    expect(abilitiesOf({ ...size, frameRate: range(30) })?.smooth).toBe(false);
    expect(abilitiesOf(size)?.smooth).toBe(false);
  });

  test("a browser may not say", () => {
    expect(abilitiesOf(undefined)).toBeNull();
    expect(abilitiesOf({})).toBeNull();
  });

  test("a camera is opened again only if it delivers less than it can", () => {
    const able = { fullHd: true, smooth: true };
    const hd = { width: 1280, height: 720, frameRate: 30 };
    expect(reaches(hd, usualCapture, able)).toBe(true);
    expect(reaches(hd, { lines: 1080, smooth: false }, able)).toBe(false);
    expect(reaches(hd, { lines: 720, smooth: true }, able)).toBe(false);
    expect(reaches(hd, { lines: 1080, smooth: true }, { fullHd: false, smooth: false })).toBe(true);
    expect(reaches(hd, { lines: 1080, smooth: true }, null)).toBe(true);
  });
});

describe("how a camera's picture is sent", () => {
  test("with smaller layers below it", () => {
    const heights = (lines: number) =>
      cameraOptions(lines, unlimited).videoSimulcastLayers?.map(({ height }) => height);
    expect(heights(720)).toEqual([180, 360]);
    expect(heights(1080)).toEqual([360, 720]);
  });

  test("more lines and more frames get a higher bitrate", () => {
    const top = (lines: number, smooth: boolean) =>
      cameraOptions(lines, { smooth, uploadAtMost: null }).videoEncoding;
    expect(top(720, false)).toEqual({ maxBitrate: 1_700_000, maxFramerate: 30 });
    expect(top(1080, false)).toEqual({ maxBitrate: 3_000_000, maxFramerate: 30 });
    expect(top(1080, true)).toEqual({ maxBitrate: 4_500_000, maxFramerate: 60 });
    expect(top(480, false)?.maxBitrate).toBeLessThan(1_000_000);
  });

  test.each(uploadLimits)("all layers together stay below %i kbit/s", (uploadAtMost) => {
    for (const lines of [480, 720, 1080]) {
      for (const smooth of [false, true]) {
        const bitrates = bitratesOf(cameraOptions(lines, { smooth, uploadAtMost }));
        expect(sum(bitrates)).toBeLessThanOrEqual(uploadAtMost * 1_000 + 1);
        expect(bitrates).toEqual(bitrates.toSorted((a, b) => a - b));
      }
    }
  });

  test("a limit above what is needed changes nothing", () => {
    expect(bitratesOf(cameraOptions(720, { smooth: false, uploadAtMost: 4_000 }))).toEqual(
      bitratesOf(cameraOptions(720, unlimited)),
    );
  });
});
