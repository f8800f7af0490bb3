import { expect, test } from "vitest";
import type { Focus } from "@/lib/client/browser/focus";
import { plainLook } from "@/lib/client/room/look-in";
import { changesTo, deskAction, lookWith, sceneNames, sceneOf } from "@/lib/client/studio/scenes";

const press = (key: string, focus: Focus) => deskAction({ key, repeat: false }, focus);
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

test("number keys choose a scene, T takes it, and nothing acts while typing or held", () => {
  expect(sceneNames).toHaveLength(9);
  for (const [index, scene] of sceneNames.entries()) {
    expect(press(String(index + 1), "control")).toBe(scene);
  }
  expect(press("T", "control")).toBe("take");
  for (const key of ["1", "9", "t"]) expect(press(key, "typing")).toBeNull();
  for (const key of ["1", "t"]) expect(deskAction({ key, repeat: true }, "control")).toBeNull();
  for (const key of ["0", "10", "x", "Enter"]) expect(press(key, "control")).toBeNull();
});
