import { describe, expect, test } from "vitest";
import { stageAction, stageKeys } from "@/lib/client/stage/stage-keys";

const press = (key: string, held: { repeat?: boolean; shiftKey?: boolean } = {}) => ({
  key,
  repeat: false,
  shiftKey: false,
  ...held,
});

describe("the keys of someone on stage", () => {
  test("each key has one action, and each action a key", () => {
    const keys = stageKeys.flatMap((entry) => entry.keys);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { action, keys: own } of stageKeys) {
      for (const key of own) expect(stageAction(press(key), "page")).toBe(action);
    }
  });

  test("they work on buttons and with caps lock", () => {
    expect(stageAction(press("m"), "control")).toBe("microphone");
    expect(stageAction(press("V"), "page")).toBe("camera");
  });

  test("none works while the person types", () => {
    for (const { keys } of stageKeys) {
      for (const key of keys) expect(stageAction(press(key), "typing")).toBeNull();
    }
  });

  test("neither a held key nor one with Shift turns a device on or off", () => {
    expect(stageAction(press("m", { repeat: true }), "page")).toBeNull();
    expect(stageAction(press("M", { shiftKey: true }), "page")).toBeNull();
    expect(stageAction(press("?", { shiftKey: true }), "page")).toBe("help");
  });
});
