import { expect, test } from "vitest";
import { keysFrom, waitingAction } from "@/lib/client/waiting-keys";

test("keys answer knocks in either case, from the page and from a button, but not from a field", () => {
  for (const focus of ["page", "control"] as const) {
    expect(waitingAction("a", focus)).toBe("admit");
    expect(waitingAction("D", focus)).toBe("deny");
    expect(waitingAction("?", focus)).toBe("help");
    expect(waitingAction("x", focus)).toBeNull();
  }
  for (const key of ["a", "d", "?"]) expect(waitingAction(key, "typing")).toBeNull();
});

test("they are on until somebody turns them off", () => {
  expect([null, true, "?", false].map(keysFrom)).toEqual([true, true, true, false]);
});
