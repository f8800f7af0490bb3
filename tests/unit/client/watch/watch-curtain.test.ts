import { expect, it } from "vitest";
import { curtainOf } from "@/lib/client/watch/watch-curtain";
import type { Scene } from "@/lib/client/watch/watch-state";

const live: Scene = {
  name: "live",
  pass: { token: "t", url: "ws://localhost" },
  seat: "hidden",
  steady: false,
  tries: 0,
  move: null,
  refusal: null,
};
const asking: Scene = { name: "asking", after: "drop", seat: "hidden", tries: 0 };

it.each([
  ["before", { name: "before", pass: null }, "idle", true],
  ["ended", { name: "ended" }, "idle", true],
  ["connecting", live, "connecting", true],
  [null, live, "connected", true],
  ["host-away", live, "connected", false],
  ["reconnecting", live, "reconnecting", false],
  ["reconnecting", asking, "idle", true],
  ["connecting", { ...asking, after: "start" }, "idle", true],
  ["unreachable", { ...asking, tries: 1 }, "idle", true],
  ["unreachable", { ...live, tries: 1 }, "connecting", true],
  [null, { ...live, tries: 1 }, "connected", true],
] as const)("shows %s while %o is %s", (curtain, scene, phase, hostPresent) => {
  expect(curtainOf({ scene, phase, hostPresent })).toBe(curtain);
});
