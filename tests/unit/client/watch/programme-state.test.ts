import { expect, it } from "vitest";
import {
  cardOf,
  isSettled,
  openProgramme,
  type ProgrammeEvent,
  type ProgrammeState,
  programme,
} from "@/lib/client/watch/programme-state";
import type { Livestream } from "@/lib/contracts/livestreams";
import { aLivestream } from "@/tests/support/unit/livestream";

const play = (state: ProgrammeState, ...events: ProgrammeEvent[]) =>
  events.reduce(programme, state);
const answered = (status: Livestream["status"]): ProgrammeEvent => ({
  type: "answered",
  livestream: aLivestream(status),
  pass: status === "ended" ? null : { token: "first", url: "ws://localhost" },
});
const [failed, dropped] = [{ type: "failed" }, { type: "dropped" }] as const;
const received = { receives: true, misses: false };
const interrupted = { receives: false, misses: false };
const missed = { receives: false, misses: true };

it("shows a card before the show, the show, and a card after it", () => {
  let state = play(openProgramme, answered("scheduled"));
  expect(cardOf(state, missed)).toBe("starting");

  state = play(state, { type: "began" }, { type: "steady" });
  expect(cardOf(state, received)).toBeNull();

  state = play(state, dropped);
  expect(state).toMatchObject({ pass: null, tries: 0 });
  expect(cardOf(state, interrupted)).toBeNull();

  state = play(state, answered("ended"));
  expect(cardOf(state, missed)).toBe("thanks");
  expect(isSettled(state)).toBe(true);
});

it("a cancelled show was never a show to thank for, and may get a new time", () => {
  const state = play(openProgramme, answered("cancelled"));
  expect(cardOf(state, missed)).toBe("starting");
  expect(isSettled(state)).toBe(true);
});

it("connects without a card, and shows a break while a live show is missed", () => {
  const connecting = play(openProgramme, answered("live"));
  const connected = play(connecting, { type: "steady" });
  const lost = play(connected, dropped);
  for (const state of [
    connecting,
    connected,
    lost,
    play(lost, failed),
    play(lost, answered("live")),
  ]) {
    expect(cardOf(state, interrupted)).toBeNull();
    expect(cardOf(state, missed)).toBe("break");
    expect(cardOf(state, received)).toBeNull();
  }
});

it("waits longer after each connection that does not hold, and starts over after one that does", () => {
  const state = play(openProgramme, answered("live"), dropped, failed, answered("live"), dropped);
  expect(state.tries).toBe(3);
  expect(play(state, answered("live"), { type: "steady" }, dropped).tries).toBe(0);
});

it("asks rarely with a link that is not valid, and shows the show once it is", () => {
  const state = play(openProgramme, { type: "refused" });
  expect(isSettled(state)).toBe(true);
  expect(play(state, answered("live"))).toMatchObject({ refused: false, tries: 1 });
});
