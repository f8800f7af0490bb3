import { expect, test } from "vitest";
import { guestFor, keysFrom, waitingAction } from "@/lib/client/waiting-room/waiting-keys";

const press = (key: string, held: Partial<KeyboardEvent> = {}) =>
  waitingAction({ key, repeat: false, ctrlKey: false, metaKey: false, altKey: false, ...held });

test("keys answer knocks in either case", () => {
  expect(["a", "D", "?", "x"].map((key) => press(key))).toEqual(["admit", "deny", "help", null]);
});

test("a key that is held down, or pressed with a modifier, does nothing", () => {
  for (const held of ["repeat", "ctrlKey", "metaKey", "altKey"]) {
    expect(press("a", { [held]: true }), held).toBeNull();
  }
});

test("a key acts on the focused guest, or else on the undecided guest who has waited longest", () => {
  const [ada, grace] = [{ identity: "ada" }, { identity: "grace" }];
  const waiting = [ada, grace];
  expect(guestFor(waiting, null, {})).toBe(ada);
  expect(guestFor(waiting, null, { ada: "admit" })).toBe(grace);
  expect(guestFor(waiting, "grace", {})).toBe(grace);
  expect(guestFor(waiting, "ada", { ada: "deny" }), "already being decided").toBeUndefined();
});

test("the keys are on until someone turns them off", () => {
  expect([null, true, "?", false].map(keysFrom)).toEqual([true, true, true, false]);
});
