import { expect, test } from "vitest";
import { costOf, type Spent, spentBetween } from "@/bench/crowd/spending";
import { gateSentence, goLiveTable } from "@/bench/crowd/table";

const spent = (ms: number, more: Partial<Spent> = {}): Spent => ({
  cpuMs: { server: ms, livekit: 2 * ms, postgres: 0, crowd: 0 },
  rows: 0,
  commits: 0,
  atMs: 0,
  ...more,
});

test("what was spent is the difference of two readings", () => {
  const between = spentBetween(
    spent(10, { rows: 5, atMs: 100 }),
    spent(40, { rows: 8, atMs: 300 }),
  );
  expect(between).toEqual(spent(30, { rows: 3, atMs: 200 }));
});

test("the cost of a join excludes the watching of viewers already inside", () => {
  // Two viewers, who watch for three and one seconds until all have arrived, at 5 ms a second each.
  const cost = costOf(
    60,
    { joined: [1_000, 3_000], untilMs: 4_000 },
    { watching: 100, watchedMs: 10_000 },
  );
  expect(cost).toEqual({ joinMs: 20, watchMs: 5 });
});

test("an empty crowd costs nothing", () => {
  const cost = costOf(60, { joined: [], untilMs: 4_000 }, { watching: 100, watchedMs: 10_000 });
  expect(cost).toEqual({ joinMs: 0, watchMs: 0 });
});

test("the tables show percentiles, and a dash without values", () => {
  const load = { kind: "hidden", viewers: 400, perSecond: 50, shows: 1 } as const;
  const went = { ...load, pictureMs: { p50: 512.4, p95: 1_204 }, slowestMs: 1_500, without: 2 };
  expect(goLiveTable([went])).toContain("| hidden | 400 | 512 / 1,204 | 1,500 | 2 |");
  expect(gateSentence({ through: { p50: 2.5, p95: 6 }, straight: null })).toBe(
    "Asked 100 times a second, p50 / p95: through the gate 2.5 / 6 ms, LiveKit alone – ms.",
  );
});
