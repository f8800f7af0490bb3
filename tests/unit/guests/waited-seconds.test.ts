import { expect, test } from "vitest";
import { waitedSeconds } from "@/lib/guests/waited-seconds";

const at = (second: number) => new Date(Date.UTC(2026, 10, 29, 20, 0, second));

test.each([
  ["a knock", { knockedAt: at(0), seatedAt: at(0), decidedAt: null }, 30],
  ["the undoing of a denial", { knockedAt: at(0), seatedAt: at(20), decidedAt: null }, 10],
  ["the return from the stage", { knockedAt: at(0), seatedAt: at(0), decidedAt: at(25) }, 5],
  ["a knock by a clock that is ahead", { knockedAt: at(31), seatedAt: at(31), decidedAt: null }, 0],
])("a wait counts from %s", (_, waiting, seconds) => {
  expect(waitedSeconds(waiting, at(30))).toBe(seconds);
});
