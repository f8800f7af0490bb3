import { expect, test } from "vitest";
import { pauseAfter } from "@/scripts/demo/keep-on-air.mjs";
import { frameAt, framesASecond, soundDue } from "@/scripts/demo/play.mjs";
import { beepMs, loudness, sampleRate, sound } from "@/scripts/demo/tone.mjs";

const second = 1_795_262_400_000;

function aSecond(ms = second) {
  const samples = new Int16Array(sampleRate);
  sound(samples, ms);
  return samples;
}

const loudest = (samples: Int16Array) => samples.reduce((most, one) => Math.max(most, one), 0);

test("the beep peaks at −30 dB, and no louder", () => {
  expect(20 * Math.log10(loudest(aSecond()) / 32_767)).toBeCloseTo(-30, 1);
});

test("it is an A: 440 cycles a second", () => {
  const beep = aSecond().subarray(0, (sampleRate * beepMs) / 1_000);
  let swings = 0;
  for (let at = 1; at < beep.length; at++) {
    if ((beep[at - 1] ?? 0) < 0 && (beep[at] ?? 0) >= 0) swings++;
  }
  expect(swings / (beepMs / 1_000)).toBeCloseTo(440, -1.5);
});

test("it starts at the full second, without a click, and silence follows", () => {
  const samples = aSecond();
  expect(samples[0]).toBe(0);
  expect([loudness(0), loudness(beepMs / 2), loudness(beepMs)]).toEqual([0, 1, 0]);
  expect(loudest(samples.subarray(0, 48))).toBeLessThan(loudest(samples) / 8);
  expect(loudest(samples.subarray((sampleRate * beepMs) / 1_000))).toBe(0);
});

test("pieces put together equal the whole", () => {
  const pieces = Array.from({ length: 50 }, (_, n) => {
    const samples = new Int16Array(sampleRate / 50);
    sound(samples, second + n * 20);
    return [...samples];
  });
  expect(pieces.flat()).toEqual([...aSecond()]);
});

test("sound is delivered without gap or overlap, a little ahead, at an uneven pace", () => {
  let until = 0;
  let samples = 0;
  let now = second;
  const begin = second;
  for (const late of [0, 40, 39, 45, 80, 3, 40]) {
    now += late;
    const due = soundDue(until, now);
    samples += due.pieces.reduce((sum, { length }) => sum + length, 0);
    until = due.until;
    expect(until).toBeGreaterThanOrEqual(now + 100);
    expect((samples / sampleRate) * 1_000).toBe(until - begin);
  }
});

test("after a sleep, or a clock that was set back, it starts over from now", () => {
  const asleep = soundDue(second, second + 60_000);
  expect(asleep.pieces).toHaveLength(6);
  expect(asleep.until).toBe(second + 60_120);
  expect(soundDue(second, second - 3_600_000).until).toBe(second - 3_600_000 + 120);
});

test("each frame has its moment", () => {
  expect(frameAt(second + 1_000) - frameAt(second)).toBe(framesASecond);
  expect(frameAt(second + 1)).toBe(frameAt(second));
  expect(frameAt(second + 39)).toBe(frameAt(second) + 1);
});

test("the pause before each retry grows, up to a limit", () => {
  expect([1, 2, 3, 5, 6, 50].map(pauseAfter)).toEqual([500, 1_000, 2_000, 8_000, 10_000, 10_000]);
});
