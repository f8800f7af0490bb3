import { describe, expect, test } from "vitest";
import {
  emptyWaitingList,
  type WaitingEvent,
  type WaitingList,
  waitingGuests,
  waitingList,
  whoIsAdmitted,
} from "@/lib/client/waiting-room/waiting-list";
import type { WaitingGuest } from "@/lib/contracts/livestreams";

const guest = (name: string, change: Partial<WaitingGuest> = {}): WaitingGuest => ({
  identity: `g_${name.toLowerCase()}00000`,
  name,
  status: "waiting",
  connected: true,
  knockedAt: `2026-01-01T00:00:0${"AGL".indexOf(name.charAt(0))}.000Z`,
  decidedBy: null,
  place: "stage",
  message: null,
  picture: null,
  jti: "jti1",
  inviteLabel: null,
  ...change,
});

const ada = guest("Ada");
const grace = guest("Grace");
const linus = guest("Linus");

const play = (events: WaitingEvent[], from: WaitingList = emptyWaitingList) =>
  events.reduce(waitingList, from);
const names = (guests: readonly WaitingGuest[]) => guests.map(({ name }) => name);

describe("the waiting list", () => {
  test("shows guests who knocked before the host arrived, in order", () => {
    const list = play([{ type: "snapshot", frame: { version: 4, guests: [grace, ada] } }]);
    expect(names(waitingGuests(list))).toEqual(["Ada", "Grace"]);
    expect(names(list.arrived)).toEqual(["Ada", "Grace"]);
  });

  test("announces new guests once", () => {
    const first = play([
      { type: "snapshot", frame: { version: 4, guests: [ada] } },
      { type: "delta", frame: { version: 5, guests: [grace] } },
    ]);
    expect(names(first.arrived)).toEqual(["Grace"]);
    const connected = { ...grace, connected: false };
    const second = play([{ type: "delta", frame: { version: 6, guests: [connected] } }], first);
    expect(second.arrived, "no news").toBe(first.arrived);
    expect(waitingGuests(second).at(-1)?.connected).toBe(false);
  });

  test("moves a guest from waiting to admitted, and drops guests who left", () => {
    const list = play([
      { type: "snapshot", frame: { version: 1, guests: [ada, grace, linus] } },
      { type: "delta", frame: { version: 2, guests: [{ ...ada, status: "admitted" }] } },
      { type: "delta", frame: { version: 3, guests: [{ ...linus, status: "left" }] } },
    ]);
    expect(names(waitingGuests(list))).toEqual(["Grace"]);
    expect(names(whoIsAdmitted(list))).toEqual(["Ada"]);
  });

  test("shows a decision only once the server has confirmed it", () => {
    const asked = play([
      { type: "snapshot", frame: { version: 1, guests: [ada, grace] } },
      { type: "asked", identities: [ada.identity], decision: "stage" },
    ]);
    expect(names(waitingGuests(asked))).toEqual(["Ada", "Grace"]);
    expect(asked.deciding).toEqual({ [ada.identity]: "stage" });
    const decided = play([{ type: "decided", identities: [ada.identity] }], asked);
    expect(names(waitingGuests(decided))).toEqual(["Grace"]);
    expect(names(whoIsAdmitted(decided))).toEqual(["Ada"]);
    expect(decided.deciding).toEqual({});
  });

  test("a denied guest is gone; a refused request leaves the row unchanged", () => {
    const start = play([{ type: "snapshot", frame: { version: 1, guests: [ada, grace] } }]);
    const denied = play(
      [
        { type: "asked", identities: [ada.identity], decision: "deny" },
        { type: "decided", identities: [ada.identity] },
      ],
      start,
    );
    expect(names(denied.guests)).toEqual(["Grace"]);
    const refused = play(
      [
        { type: "asked", identities: [ada.identity], decision: "deny" },
        { type: "undecided", identities: [ada.identity] },
      ],
      start,
    );
    expect(refused.guests).toEqual(start.guests);
    expect(refused.deciding).toEqual({});
  });

  test("another host's decision wins over the later one", () => {
    const list = play([
      { type: "snapshot", frame: { version: 1, guests: [ada] } },
      { type: "asked", identities: [ada.identity], decision: "stage" },
      { type: "delta", frame: { version: 2, guests: [{ ...ada, status: "denied" }] } },
      { type: "undecided", identities: [ada.identity] },
    ]);
    expect(list.guests).toEqual([]);
  });

  test("announces a decision once, no matter who made it", () => {
    const start = play([{ type: "snapshot", frame: { version: 1, guests: [ada, grace, linus] } }]);
    expect(start.answered).toEqual([]);
    const mine = play(
      [
        { type: "asked", identities: [ada.identity], decision: "backstage" },
        { type: "decided", identities: [ada.identity] },
      ],
      start,
    );
    expect(mine.answered).toEqual([{ name: "Ada", outcome: "backstage" }]);
    const told = { ...ada, status: "admitted", place: "backstage" } as const;
    const repeated = play([{ type: "delta", frame: { version: 2, guests: [told] } }], mine);
    expect(repeated.answered, "no news").toBe(mine.answered);
    const others = play(
      [{ type: "delta", frame: { version: 3, guests: [{ ...grace, status: "denied" }] } }],
      repeated,
    );
    expect(others.answered).toEqual([{ name: "Grace", outcome: "denied" }]);
    const gone = { ...linus, status: "left" } as const;
    const last = play([{ type: "delta", frame: { version: 4, guests: [gone] } }], others);
    expect(last.answered).toEqual([{ name: "Linus", outcome: "left" }]);
  });

  test("what arrived before this host's own answer is not lost", () => {
    const list = play([
      { type: "snapshot", frame: { version: 1, guests: [ada] } },
      { type: "asked", identities: [ada.identity], decision: "deny" },
      { type: "delta", frame: { version: 2, guests: [{ ...ada, status: "denied" }] } },
      { type: "decided", identities: [ada.identity] },
    ]);
    expect(list.answered).toEqual([{ name: "Ada", outcome: "denied" }]);
  });

  test("a late frame of a replaced stream changes nothing", () => {
    const list = play([
      { type: "snapshot", frame: { version: 9, guests: [] } },
      { type: "delta", frame: { version: 3, guests: [ada] } },
    ]);
    expect(list.guests).toEqual([]);
  });

  test("a second snapshot replaces the first, and only new guests are announced", () => {
    const list = play([
      { type: "snapshot", frame: { version: 1, guests: [ada, grace] } },
      { type: "snapshot", frame: { version: 7, guests: [grace, linus] } },
    ]);
    expect(names(waitingGuests(list))).toEqual(["Grace", "Linus"]);
    expect(names(list.arrived)).toEqual(["Linus"]);
  });
});
