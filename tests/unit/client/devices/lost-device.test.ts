import { expect, test } from "vitest";
import { lostDevice } from "@/lib/client/devices/lost-device";

const [first, second] = [{ id: "a" }, { id: "b" }] as unknown as MediaStreamTrack[];
const ended = { media: first ?? null, deviceId: "desk" };
const off = { on: false, media: null, deviceId: "desk" };

test("a camera that is pulled and cannot be replaced is gone, and that is said", () => {
  expect(lostDevice(ended, off)).toBe("gone");
});

test("one that LiveKit replaced automatically is said to be replaced", () => {
  const other = { on: true, media: second ?? null, deviceId: "lid" };
  expect(lostDevice(ended, other)).toBe("replaced");
});

test("nothing is said while it is looked for, nor when the same device is back", () => {
  expect(lostDevice(ended, { on: true, ...ended })).toBeNull();
  expect(lostDevice(ended, { on: true, media: second ?? null, deviceId: "desk" })).toBeNull();
  expect(lostDevice(null, off), "switched off by hand").toBeNull();
});
