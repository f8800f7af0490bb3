import { expect, test } from "vitest";
import { lostDevice } from "@/lib/client/devices/lost-device";

const [first, second] = [{ id: "a" }, { id: "b" }] as unknown as MediaStreamTrack[];
const ended = { media: first ?? null, deviceId: "desk" };
const off = { on: false, media: null, deviceId: "desk" };

test("an unplugged camera that cannot be replaced is reported as gone", () => {
  expect(lostDevice(ended, off)).toBe("gone");
});

test("a device that LiveKit replaced automatically is reported as replaced", () => {
  const other = { on: true, media: second ?? null, deviceId: "lid" };
  expect(lostDevice(ended, other)).toBe("replaced");
});

test("nothing is reported while looking for it, or when the same device is back", () => {
  expect(lostDevice(ended, { on: true, ...ended })).toBeNull();
  expect(lostDevice(ended, { on: true, media: second ?? null, deviceId: "desk" })).toBeNull();
  expect(lostDevice(null, off), "turned off by hand").toBeNull();
});
