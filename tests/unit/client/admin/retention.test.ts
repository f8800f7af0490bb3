import { expect, test } from "vitest";
import { daysIn, isShorter } from "@/lib/client/admin/retention";

test.each([
  ["", null],
  [" 30 ", 30],
  ["3650", 3650],
  ["0", undefined],
  ["3651", undefined],
  ["-1", undefined],
  ["1.5", undefined],
  ["forever", undefined],
])("%j days", (typed, days) => {
  expect(daysIn(typed)).toBe(days);
});

test("only a shorter retention deletes something", () => {
  expect(isShorter(30, null)).toBe(true);
  expect(isShorter(30, 31)).toBe(true);
  expect(isShorter(31, 31)).toBe(false);
  expect(isShorter(32, 31)).toBe(false);
  expect(isShorter(null, 31)).toBe(false);
});
