import { describe, expect, test } from "vitest";
import {
  adviceOn,
  type DeviceProblem,
  deviceProblemOf,
  worthAskingAlone,
} from "@/lib/client/device-problem";

const named = (name: string) => new DOMException("", name);

describe("why a device did not open", () => {
  test.each([
    ["NotAllowedError", "refused"],
    ["NotFoundError", "no-device"],
    ["OverconstrainedError", "no-device"],
    ["NotReadableError", "busy"],
    ["AbortError", "busy"],
    ["SecurityError", "failed"],
  ] satisfies [string, DeviceProblem][])("%s means %s", (name, problem) => {
    expect(deviceProblemOf(named(name))).toBe(problem);
  });

  test("anything else has failed", () => {
    expect(deviceProblemOf(undefined)).toBe("failed");
    expect(deviceProblemOf(new TypeError("no"))).toBe("failed");
  });

  test("each problem has one sentence and one way out, for either device", () => {
    const problems: DeviceProblem[] = ["refused", "no-device", "busy", "insecure-origin", "failed"];
    for (const problem of problems) {
      for (const kind of ["camera", "microphone"] as const) {
        const { happened, next } = adviceOn(kind, problem);
        expect(happened).toMatch(new RegExp(`${kind}.*\\.$`));
        expect(next).toMatch(/\.$/);
      }
    }
    expect(adviceOn("camera", "insecure-origin").mayRetry).toBe(false);
  });
});

describe("after both together were refused", () => {
  test("the one that is allowed is asked for alone", () => {
    expect(worthAskingAlone("granted", "denied")).toBe(true);
    expect(worthAskingAlone("prompt", "denied")).toBe(true);
  });

  test("nobody is asked again who has just said no", () => {
    expect(worthAskingAlone("denied", "granted")).toBe(false);
    expect(worthAskingAlone("prompt", "prompt")).toBe(false);
    expect(worthAskingAlone("unknown", "unknown")).toBe(false);
  });
});
