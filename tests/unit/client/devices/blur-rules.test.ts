import { expect, test } from "vitest";
import {
  type BlurNeeds,
  canBlur,
  delegateFor,
  mayGoOn,
  nextInPreview,
  paced,
  steady,
} from "@/lib/client/devices/blur-rules";

const everything: BlurNeeds = {
  canvas: true,
  frames: true,
  webgl: true,
  streams: true,
  capture: true,
};

test.each<[string, Partial<BlurNeeds>, boolean]>([
  ["with everything", {}, true],
  ["without streams of frames, by drawing", { streams: false }, true],
  ["with streams alone", { capture: false }, true],
  ["with no way to give the picture back", { streams: false, capture: false }, false],
  ["without WebGL 2", { webgl: false }, false],
  ["without a canvas off the screen", { canvas: false }, false],
  ["without frames", { frames: false }, false],
])("%s", (_name, missing, possible) => {
  expect(canBlur({ ...everything, ...missing })).toBe(possible);
});

test("the model runs on the graphics card where there is one", () => {
  expect(delegateFor({ card: true })).toBe("GPU");
  expect(delegateFor({ card: false })).toBe("CPU");
});

const after = (pace: typeof steady, frames: number, ms: number) =>
  Array.from({ length: frames }).reduce<typeof steady>((now) => paced(now, ms), pace);

test("a slow start is no slow device, nor is one slow picture", () => {
  expect(after(steady, 20, 500).slow).toBe(false);
  expect(paced(after(steady, 200, 15), 500).slow).toBe(false);
});

test("a device that stays slow is, until it is well over it", () => {
  const slow = after(steady, 60, 90);
  expect(slow.slow).toBe(true);
  expect(after(slow, 300, 55).slow).toBe(true);
  expect(after(slow, 300, 20).slow).toBe(false);
});

test("a camera in clear is withheld once its blur fails, and opened again once the wish is taken back", () => {
  const failing = { wanted: true, failed: true };
  expect(nextInPreview({ camera: "clear", ...failing })).toBe("withhold");
  expect(nextInPreview({ camera: "withheld", ...failing })).toBeNull();
  expect(nextInPreview({ camera: "withheld", wanted: false, failed: false })).toBe("open");
});

test("a camera that is as it is wanted stays, and so does one whose blur is still loading", () => {
  expect(nextInPreview({ camera: "clear", wanted: true, failed: false })).toBeNull();
  expect(nextInPreview({ camera: "blurred", wanted: true, failed: false })).toBeNull();
  expect(nextInPreview({ camera: "blurred", wanted: true, failed: true })).toBeNull();
  expect(nextInPreview({ camera: "other", wanted: true, failed: true })).toBeNull();
});

test("a camera that was switched off goes on again only as it is wanted by then", () => {
  expect(mayGoOn({ wanted: true, blurred: true })).toBe(true);
  expect(mayGoOn({ wanted: false, blurred: false })).toBe(true);
  expect(mayGoOn({ wanted: true, blurred: false })).toBe(false);
  expect(mayGoOn({ wanted: false, blurred: true })).toBe(false);
});
