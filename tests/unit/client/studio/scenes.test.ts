import { expect, test } from "vitest";
import { plainLook } from "@/lib/client/room/look-in";
import { changesTo, deskAction, lookWith, sceneNames, sceneOf } from "@/lib/client/studio/scenes";

const countdowns = { starting: 300, break: null };

test("every scene that is chosen is the scene on air", () => {
  for (const name of sceneNames) expect(sceneOf(lookWith(name, plainLook))).toBe(name);
});

test("a card keeps the layout it hides", () => {
  const grid = lookWith("grid", plainLook);
  expect(lookWith("break", grid)).toMatchObject({ scene: "break", layout: "grid" });
});

test("“Starting soon” and “Be right back” count down, “Thanks” does not", () => {
  expect(changesTo("starting", countdowns)).toEqual({ scene: "starting", countdownSeconds: 300 });
  expect(changesTo("break", countdowns)).toEqual({ scene: "break", countdownSeconds: null });
  expect(changesTo("thanks", countdowns)).toEqual({ scene: "thanks", countdownSeconds: null });
  expect(changesTo("grid", countdowns)).toEqual({ scene: "show", layout: "grid" });
});

test("number keys choose a scene, T takes it, and nothing acts while typing", () => {
  expect(sceneNames).toHaveLength(9);
  for (const [index, scene] of sceneNames.entries()) {
    expect(deskAction({ key: String(index + 1) }, "control")).toEqual({ scene });
  }
  expect(deskAction({ key: "T" }, "control")).toBe("take");
  for (const key of ["1", "9", "t"]) expect(deskAction({ key }, "typing")).toBeNull();
  for (const key of ["0", "10", "x", "Enter"]) expect(deskAction({ key }, "control")).toBeNull();
});
