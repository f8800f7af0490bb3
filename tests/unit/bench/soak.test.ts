import { expect, test } from "vitest";
import { slopesOf } from "@/bench/soak/slopes";

const everyMs = 15_000;
const samples = (read: (n: number) => number) =>
  Array.from({ length: 80 }, (_, n) => ({ atMs: n * everyMs, values: { it: read(n) } }));

test("growth per hour is that of the second half, without the warm-up", () => {
  const [slope] = slopesOf(samples((n) => (n < 40 ? 10 * n : 400 + n)));
  expect(slope).toMatchObject({ first: 440, last: 479, grows: true });
  expect(slope?.perHour).toBeCloseTo(240);
});

test("noise, and a growth of less than a twentieth, are flat", () => {
  const [noise] = slopesOf(samples((n) => 300 + (n % 3) * 20));
  expect(noise?.grows).toBe(false);
  const [slow] = slopesOf(samples((n) => 500 + n / 4));
  expect(slow?.grows).toBe(false);
});

test("no samples have no slopes", () => {
  expect(slopesOf([])).toEqual([]);
});
