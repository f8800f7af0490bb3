import { describe, expect, test } from "vitest";
import {
  arriving,
  asks,
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

describe("coming back", () => {
  test("a reload while waiting returns to the waiting room automatically", () => {
    const state = arriving(reloaded, read("waiting"));
    expect(state).toMatchObject({
      place: { name: "waiting" },
      task: { do: "fetch-token", guestName: "Ada" },
    });
  });

  test("a reload on stage returns to the stage automatically", () => {
    const state = arriving(reloaded, read("admitted"), issued("t2"), connected("stage"));
    expect(state.place.name).toBe("stage");
  });

  test("an admitted guest who opens the link again is asked before being shown to everyone", () => {
    const state = arriving(opened, read("admitted"));
    expect(state).toMatchObject({ place: { name: "preview", returning: true }, task: null });
    expect(later(state, asks)).toMatchObject({
      place: { name: "entering" },
      task: { do: "fetch-token" },
    });
  });

  test("a guest admitted while the connection was lost reaches the stage on return", () => {
    const lost = later(waiting, { type: "link-lost" }, drops());
    expect(lost).toMatchObject({ place: { name: "waiting" }, link: "lost", pass: null });
    const back = later(lost, read("admitted"), issued("t2"), connected("stage"));
    expect(back).toMatchObject({ place: { name: "stage" }, link: "steady", pass: { token: "t2" } });
  });

  test("on stage, a lost connection is restored in the same place", () => {
    const lost = later(onStage, drops());
    expect(lost).toMatchObject({ place: { name: "stage" }, link: "lost" });
    const asked = later(lost, read("admitted"));
    expect(asked).toMatchObject({ place: { name: "stage" }, task: { do: "fetch-token" } });
    expect(later(asked, issued("t2"), connected("stage"))).toMatchObject({
      place: { name: "stage" },
      link: "steady",
    });
  });

  test("a guest who was away for too long has lost the place, and can ask again", () => {
    const lapsed = later(waiting, drops(), read("left"));
    expect(lapsed.place).toEqual({ name: "over", why: "lapsed" });
    const again = later(lapsed, { type: "ask-again" });
    expect(again).toMatchObject({ place: { name: "loading" }, task: { do: "ask-state" } });
    expect(later(again, read("left")).place.name).toBe("preview");
  });

  test("a connection that keeps failing is retried less and less often, but forever", () => {
    let state = waiting;
    const waits: number[] = [];
    for (let atMs = 0; atMs < 8; atMs++) {
      state = later(state, drops(atMs));
      waits.push(state.task?.afterMs ?? -1);
      state = later(state, read("waiting"), issued("t"));
    }
    expect(waits).toEqual([0, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000]);
  });

  test("after a connection that held, a loss is answered immediately", () => {
    const flapped = later(
      waiting,
      drops(),
      read("waiting"),
      issued("t2"),
      connected("waiting", 2_000),
    );
    expect(later(flapped, drops(3_000)).task?.afterMs).toBe(1_000);
    expect(later(flapped, drops(60_000)).task?.afterMs).toBe(0);
  });

  test("a guest whose picture did not get through reconnects", () => {
    const state = later(onStage, { type: "publish-failed", atMs: 5 });
    expect(state).toMatchObject({ pass: null, task: { do: "ask-state" } });
  });
});
