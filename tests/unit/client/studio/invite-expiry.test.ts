import { expect, test } from "vitest";
import { expiresTooEarly } from "@/lib/client/studio/invite-expiry";

const scheduledAt = "2031-07-03T18:00:00.000Z";
const start = Date.parse(scheduledAt);

test("a link that expires before the planned start expires too early", () => {
  expect(expiresTooEarly({ scheduledAt }, start - 1)).toBe(true);
  expect(expiresTooEarly({ scheduledAt }, start)).toBe(false);
});

test("a link that is valid until the show ends never does, nor one for a draft", () => {
  expect(expiresTooEarly({ scheduledAt }, null)).toBe(false);
  expect(expiresTooEarly({ scheduledAt: null }, start)).toBe(false);
});
