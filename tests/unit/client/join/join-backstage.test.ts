import { describe, expect, test } from "vitest";
import {
  answerTo,
  arriving,
  connected,
  drops,
  issued,
  later,
  onStage,
  opened,
  read,
  reloaded,
  waiting,
} from "@/tests/support/unit/join";

describe("backstage", () => {
  const admitted = read("admitted", { guest: { place: "backstage" } });
  const backstage = later(waiting, { type: "seat-changed", seat: "backstage" }, admitted);

  test("admitted backstage, then put on stage, on the same connection", () => {
    expect(backstage).toMatchObject({
      place: { name: "backstage" },
      task: null,
      pass: { token: "t1" },
    });
    const onIt = later(backstage, { type: "seat-changed", seat: "stage" });
    expect(onIt).toMatchObject({ place: { name: "stage" }, task: null, pass: { token: "t1" } });
  });

  test("admitted backstage before LiveKit knows: a token arrives if nothing else does", () => {
    const state = later(waiting, connected("waiting"), admitted);
    expect(state).toMatchObject({ place: { name: "backstage" }, task: { do: "fetch-token" } });
    expect(state.task?.afterMs).toBeGreaterThan(0);
    expect(later(state, { type: "seat-changed", seat: "backstage" }, admitted).task).toBeNull();
  });

  test("put on stage between the token and the connection, LiveKit gets a moment", () => {
    const state = later(backstage, connected("backstage"), read("admitted"));
    expect(state).toMatchObject({ place: { name: "entering" }, task: { do: "fetch-token" } });
    expect(state.task?.afterMs).toBeGreaterThan(0);
    expect(later(state, { type: "seat-changed", seat: "stage" }).place.name).toBe("stage");
  });

  test("taken backstage: the closed connection returns hidden, with the reason", () => {
    const taken = later(onStage, drops(), admitted);
    expect(taken).toMatchObject({
      place: { name: "backstage" },
      moved: "backstage",
      task: { do: "fetch-token", afterMs: 0 },
    });
    const there = later(taken, issued("t2"), connected("backstage"), admitted);
    expect(there).toMatchObject({ link: "steady", moved: "backstage", task: null });
    expect(later(there, { type: "seat-changed", seat: "stage" }).moved).toBeNull();
  });

  test.each([
    ["the stage", onStage],
    ["backstage", backstage],
  ])("from %s back to the waiting room, and admitted again", (_, from) => {
    const sent = later(from, drops(), read("waiting"));
    expect(sent).toMatchObject({
      place: { name: "waiting" },
      moved: "waiting",
      task: { do: "fetch-token", afterMs: 0 },
    });
    const waits = later(sent, issued("t2"), connected("waiting"), read("waiting"));
    expect(waits).toMatchObject({ place: { name: "waiting" }, moved: "waiting", task: null });
    expect(later(waits, { type: "seat-changed", seat: "stage" })).toMatchObject({
      place: { name: "stage" },
      moved: null,
    });
  });

  test("a connection that was merely lost is restored without a notice of being moved", () => {
    const state = later(backstage, drops(), admitted, issued("t2"), connected("backstage"));
    expect(state).toMatchObject({ place: { name: "backstage" }, moved: null });
  });

  test("a reload leads back there; opening the link again asks first, since hosts see the guest", () => {
    expect(arriving(reloaded, admitted)).toMatchObject({
      place: { name: "backstage" },
      task: { do: "fetch-token", guestName: "Ada" },
    });
    const asked = arriving(opened, admitted);
    expect(asked).toMatchObject({ place: { name: "preview", returning: true }, task: null });
    const goes = later(asked, { type: "asked-to-join", guestName: "Ada" }, issued("t1"));
    expect(later(goes, connected("backstage"), admitted).place.name).toBe("backstage");
  });

  test("taken off the stage: LiveKit says so before it ends the connection, and the reason stays", () => {
    const told = later(onStage, { type: "seat-changed", seat: "backstage" });
    expect(told).toMatchObject({ place: { name: "backstage" }, moved: "backstage" });
    expect(told.task?.afterMs).toBeGreaterThan(0);
    const back = later(told, drops(), admitted, issued("t2"), connected("backstage"), admitted);
    expect(back).toMatchObject({ link: "steady", moved: "backstage", task: null });
  });

  test("a message from the host is there until the host removes it", () => {
    const told = later(waiting, { type: "message", text: "Two minutes, please." });
    expect(told.visit?.guest?.message).toBe("Two minutes, please.");
    expect(later(told, { type: "message", text: null }).visit?.guest?.message).toBeNull();
  });

  test("where a guest will be when the show starts follows the host, on the same connection", () => {
    const before = read("admitted", {
      livestream: { status: "scheduled" },
      guest: { place: "stage" },
    });
    const next = later(waiting, { type: "seat-changed", seat: "backstage" }, before);
    const moved = later(next, { type: "placed", place: "backstage" });
    expect(moved).toMatchObject({ place: { name: "backstage" }, task: next.task });
    expect(moved.visit?.guest?.place).toBe("backstage");
  });

  test("what was asked before the host moved the guest is asked again", () => {
    const asking = later(waiting, { type: "seat-changed", seat: "backstage" });
    const moved = later(asking, { type: "placed", place: "backstage" });
    const late = later(moved, answerTo(asking, read("admitted", { guest: { place: "stage" } })));
    expect(late).toEqual(moved);
    expect(moved.task).toMatchObject({ do: "ask-state", afterMs: 0 });
  });
});
