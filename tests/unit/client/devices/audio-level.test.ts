import { expect, test } from "vitest";
import { levelOf } from "@/lib/client/devices/use-audio-level";

const tone = (amplitude: number) =>
  Float32Array.from({ length: 512 }, (_, index) => amplitude * Math.sin(index / 3));

test("silence shows nothing, a shout the full level, speech something between", () => {
  expect(levelOf(new Float32Array(512))).toBe(0);
  expect(levelOf(tone(0.9))).toBe(1);
  const speech = levelOf(tone(0.05));
  expect(speech).toBeGreaterThan(0.3);
  expect(speech).toBeLessThan(0.8);
});
