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
  ["without frame streams, by drawing", { streams: false }, true],
  ["with frame streams only", { capture: false }, true],
  ["with no way to output the picture", { streams: false, capture: false }, false],
  ["without WebGL 2", { webgl: false }, false],
  ["without an offscreen canvas", { canvas: false }, false],
  ["without frames", { frames: false }, false],
])("%s", (_name, missing, possible) => {
  expect(canBlur({ ...everything, ...missing })).toBe(possible);
});

test("the model runs on the graphics card if there is one", () => {
  expect(delegateFor({ card: true })).toBe("GPU");
  expect(delegateFor({ card: false })).toBe("CPU");
});

const after = (pace: typeof steady, frames: number, ms: number) =>
  Array.from({ length: frames }).reduce<typeof steady>((now) => paced(now, ms), pace);

test("neither a slow start nor a single slow frame makes a device slow", () => {
  expect(after(steady, 20, 500).slow).toBe(false);
  expect(paced(after(steady, 200, 15), 500).slow).toBe(false);
});

test("a slow device counts as slow until it is clearly faster", () => {
  const slow = after(steady, 60, 90);
  expect(slow.slow).toBe(true);
  expect(after(slow, 300, 55).slow).toBe(true);
  expect(after(slow, 300, 20).slow).toBe(false);
});

test("an unblurred camera is withheld once its blur fails, and opened again once blur is turned off", () => {
  const failing = { wanted: true, failed: true };
  expect(nextInPreview({ camera: "clear", ...failing })).toBe("withhold");
  expect(nextInPreview({ camera: "withheld", ...failing })).toBeNull();
  expect(nextInPreview({ camera: "withheld", wanted: false, failed: false })).toBe("open");
});

test("a camera in the wanted state stays, as does one whose blur is still loading", () => {
  expect(nextInPreview({ camera: "clear", wanted: true, failed: false })).toBeNull();
  expect(nextInPreview({ camera: "blurred", wanted: true, failed: false })).toBeNull();
  expect(nextInPreview({ camera: "blurred", wanted: true, failed: true })).toBeNull();
  expect(nextInPreview({ camera: "other", wanted: true, failed: true })).toBeNull();
});

test("a camera that was turned off turns on again only in the state wanted by then", () => {
  expect(mayGoOn({ wanted: true, blurred: true })).toBe(true);
  expect(mayGoOn({ wanted: false, blurred: false })).toBe(true);
  expect(mayGoOn({ wanted: true, blurred: false })).toBe(false);
  expect(mayGoOn({ wanted: false, blurred: true })).toBe(false);
});
