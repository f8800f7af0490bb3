import { expect, test } from "vitest";
import { isDue, sentSize } from "@/lib/client/stage/shared-file/file-rules";

test.each([
  ["a Full HD video stays as it is", [1920, 1080], [1920, 1080]],
  ["a small video is not enlarged", [640, 360], [640, 360]],
  ["a 4K video is sent in Full HD", [3840, 2160], [1920, 1080]],
  ["a video held upright fits as well", [2160, 3840], [1080, 1920]],
  ["a wide picture keeps its shape", [4000, 1000], [1920, 480]],
  ["encoders need even sides", [641, 359], [642, 360]],
  ["a single pixel becomes a picture", [1, 1], [2, 2]],
] as const)("%s", (_name, [width, height], [sentWidth, sentHeight]) => {
  expect(sentSize({ width, height })).toEqual({ width: sentWidth, height: sentHeight });
});

test("a moving picture is drawn at every step, a still one once a second for viewers who arrive", () => {
  const last = { positionSeconds: 2, atMs: 10_000 };
  expect(isDue(null, last)).toBe(true);
  expect(isDue(last, { positionSeconds: 2.03, atMs: 10_033 })).toBe(true);
  expect(isDue(last, { positionSeconds: 2, atMs: 10_033 })).toBe(false);
  expect(isDue(last, { positionSeconds: 2, atMs: 11_000 })).toBe(true);
});
