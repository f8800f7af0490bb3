import { expect, test } from "vitest";
import { afterLoss, firstTry, onceSteady } from "@/lib/client/room/tries";

test("every loss is a new attempt and one more failure; a connection that holds forgets the failures", () => {
  const lost = afterLoss(afterLoss(firstTry));
  expect(lost).toEqual({ attempt: 2, failures: 2 });
  expect(onceSteady(lost)).toEqual({ attempt: 2, failures: 0 });
});

test("a steady connection without failures changes nothing", () => {
  expect(onceSteady(firstTry)).toBe(firstTry);
});
