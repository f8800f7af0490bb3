import { describe, expect, test } from "vitest";
import {
  cameraProblemOf,
  type DeviceProblem,
  deviceNotes,
  deviceProblemOf,
  mayRetry,
  worthAskingAlone,
} from "@/lib/client/devices/device-problem";

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

  test("any other error is a failure", () => {
    expect(deviceProblemOf(undefined)).toBe("failed");
    expect(deviceProblemOf(new TypeError("no"))).toBe("failed");
  });

  test("trying again helps, except at a URL that browsers do not trust", () => {
    expect(mayRetry("refused")).toBe(true);
    expect(mayRetry("insecure-origin")).toBe(false);
  });
});

describe("the problems of two devices", () => {
  const off = { on: false, problem: null };
  const fine = { on: true, problem: null };
  const refused = { on: true, problem: "refused" } as const;
  const busy = { on: true, problem: "busy" } as const;

  test("the same problem of both is shown once", () => {
    expect(deviceNotes(refused, refused)).toEqual([{ about: "both", problem: "refused" }]);
  });

  test("different problems are shown separately", () => {
    expect(deviceNotes(busy, refused)).toEqual([
      { about: "camera", problem: "busy" },
      { about: "microphone", problem: "refused" },
    ]);
    expect(deviceNotes(fine, busy)).toEqual([{ about: "microphone", problem: "busy" }]);
  });

  test("a device that is not wanted has no problem", () => {
    expect(deviceNotes({ ...refused, on: false }, refused)).toEqual([
      { about: "microphone", problem: "refused" },
    ]);
    expect(deviceNotes(off, fine)).toEqual([]);
  });

  test("a camera withheld for its background is not a device problem", () => {
    const withheld = { on: true, problem: cameraProblemOf(named("NotBlurred")) };
    expect(withheld.problem).toBe("not-blurred");
    expect(deviceNotes(withheld, busy)).toEqual([{ about: "microphone", problem: "busy" }]);
  });
});

describe("after both were refused together", () => {
  test("the allowed one is requested alone", () => {
    expect(worthAskingAlone("granted", "denied")).toBe(true);
    expect(worthAskingAlone("prompt", "denied")).toBe(true);
  });

  test("nothing is requested again right after a refusal", () => {
    expect(worthAskingAlone("denied", "granted")).toBe(false);
    expect(worthAskingAlone("prompt", "prompt")).toBe(false);
    expect(worthAskingAlone("unknown", "unknown")).toBe(false);
  });
});
