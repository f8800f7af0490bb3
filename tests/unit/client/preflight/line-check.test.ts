import { describe, expect, test } from "vitest";
import {
  type LineCheckEvent,
  type LineFigures,
  type LineStep,
  lineCheck,
  lineSteps,
  noLineCheck,
  verdictOf,
} from "@/lib/client/preflight/line-check";

const play = (...events: LineCheckEvent[]) => events.reduce(lineCheck, noLineCheck);
const began: LineCheckEvent = { type: "began" };
const done: LineCheckEvent = { type: "done" };
const step = (name: LineStep, state: "running" | "passed" | "failed" | "skipped") =>
  ({ type: "step", step: name, state }) as const;
const passed = lineSteps.map((name) => step(name, "passed"));
const good: LineFigures = { carriesKbps: 2_400, roundTripMs: 30, loss: 0, limitedByCpu: false };
const measured = (figures: Partial<LineFigures>): LineCheckEvent => ({
  type: "measured",
  figures: { ...good, ...figures },
});

describe("the connection check", () => {
  test("goes from unchecked to checking to a verdict", () => {
    expect(verdictOf(noLineCheck)).toBe("unchecked");
    expect(verdictOf(play(began, step("signal", "running")))).toBe("checking");
    expect(verdictOf(play(began, ...passed, measured({}), done))).toBe("ready");
  });

  test("starts clean each time", () => {
    const again = play(began, step("signal", "failed"), done, began);
    expect(again).toEqual({ ...noLineCheck, phase: "running" });
  });

  test("leaves nothing when stopped, and ignores what arrives late", () => {
    const stopped = play(began, step("signal", "failed"), { type: "stopped" }, done, measured({}));
    expect(stopped).toEqual(noLineCheck);
  });

  test("shows the server's reason when refused", () => {
    const refused = play(began, { type: "refused", said: "That was too often." });
    expect(verdictOf(refused)).toBe("refused");
    expect(refused.refusal).toBe("That was too often.");
  });

  test("keeps the notes of every step in order", () => {
    const noted = play(
      began,
      { type: "step", step: "signal", state: "passed", notes: ["a"] },
      { type: "step", step: "media", state: "passed", notes: ["b", "c"] },
    );
    expect(noted.notes).toEqual(["a", "b", "c"]);
  });
});

test.each<[string, LineCheckEvent[]]>([
  ["unreachable", [step("signal", "failed")]],
  ["blocked", [step("signal", "passed"), step("media", "failed")]],
  ["blocked", [...passed, step("sending", "failed")]],
  ["slow", [...passed, measured({ carriesKbps: 300, loss: 0.2 })]],
  ["lossy", [...passed, measured({ loss: 0.05, roundTripMs: 900 })]],
  ["far", [...passed, measured({ roundTripMs: 500, limitedByCpu: true })]],
  ["busy-computer", [...passed, measured({ limitedByCpu: true })]],
  ["no-resume", [...passed, step("resume", "failed"), measured({})]],
  ["ready", [...passed, step("relay", "failed"), measured({})]],
  ["ready", [...passed, step("relay", "skipped"), measured({ carriesKbps: null })]],
  ["ready", [...passed, step("sending", "skipped")]],
])("the verdict is %s: the worst result of any step", (verdict, events) => {
  expect(verdictOf(play(began, ...events, done))).toBe(verdict);
});
