import { describe, expect, test } from "vitest";
import { announcedIn } from "@/lib/client/join/join-announcement";
import type { JoinOutcome } from "@/lib/client/join/join-model";
import { joinState } from "@/lib/client/join/join-state";
import {
  answerTo,
  arriving,
  asks,
  connected,
  drops,
  issued,
  later,
  onStage,
  opened,
  read,
  refused,
  reloaded,
  show,
  waiting,
} from "@/tests/support/unit/join";

describe("from the link to the stage", () => {
  test("opens, previews, knocks, waits and is admitted", () => {
    let state = arriving(opened);
    expect(state).toMatchObject({ place: { name: "loading" }, task: { do: "ask-state" } });
    state = later(state, read(null));
    expect(state).toMatchObject({ place: { name: "preview", returning: false }, task: null });
    state = later(state, asks);
    expect(state).toMatchObject({
      place: { name: "knocking" },
      task: { do: "fetch-token", guestName: "Ada" },
    });
    state = later(state, issued("t1"));
    expect(state).toMatchObject({
      place: { name: "waiting" },
      pass: { url: "ws://here", token: "t1" },
    });
    state = later(state, connected("waiting"));
    expect(state).toMatchObject({ link: "steady", task: { do: "ask-state" } });
    state = later(state, read("waiting"));
    expect(state).toMatchObject({ place: { name: "waiting" }, task: null });
    state = later(state, { type: "seat-changed", seat: "stage" });
    expect(state).toMatchObject({ place: { name: "stage" }, task: null, pass: { token: "t1" } });
  });

  test("going on air begins with a countdown of three seconds, which a second admission does not restart", () => {
    expect(onStage).toMatchObject({ place: { name: "stage", startsIn: 3 } });
    const two = later(onStage, { type: "counted" });
    expect(two).toMatchObject({ place: { name: "stage", startsIn: 2 } });
    expect(later(two, { type: "seat-changed", seat: "stage" })).toMatchObject({
      place: { startsIn: 2 },
    });
    const live = later(two, { type: "counted" }, { type: "counted" });
    expect(live).toMatchObject({ place: { name: "stage", startsIn: 0 } });
    expect(later(live, { type: "counted" })).toBe(live);
  });

  test("a guest moved off the stage during the countdown gets a new one", () => {
    const moved = later(onStage, { type: "counted" }, { type: "seat-changed", seat: "backstage" });
    expect(moved.place).toEqual({ name: "backstage" });
    expect(later(moved, { type: "seat-changed", seat: "stage" })).toMatchObject({
      place: { startsIn: 3 },
    });
  });

  test("admitted before the show, a guest is backstage; once it goes live, a countdown leads on stage", () => {
    const planned = { livestream: { status: "scheduled" } } as const;
    const early = arriving(
      opened,
      read(null, planned),
      asks,
      issued("t1"),
      connected("waiting"),
      read("waiting", planned),
      { type: "seat-changed", seat: "backstage" },
      read("admitted", planned),
    );
    expect(early).toMatchObject({ place: { name: "backstage" }, task: null });
    expect(announcedIn(early)).toBe("backstage");
    // LiveKit and the page's own events say it in either order.
    const onAir = { type: "seat-changed", seat: "stage" } as const;
    for (const order of [[onAir], [{ type: "went-live" } as const, onAir]]) {
      const live = later(early, ...order);
      expect(live).toMatchObject({ place: { name: "stage", startsIn: 3 }, task: null });
      expect(live.visit?.livestream.status).toBe("live");
    }
  });

  test("a reload on stage returns to it without a countdown; one before it starts it again", () => {
    const returns = { ...reloaded, wasOnStage: true } as const;
    const back = arriving(returns, read("admitted"), issued("t2"), connected("stage"));
    expect(back).toMatchObject({ place: { name: "stage", startsIn: 0 } });
    const early = arriving(reloaded, read("admitted"), issued("t2"), connected("stage"));
    expect(early).toMatchObject({ place: { name: "stage", startsIn: 3 } });
  });

  test("in a private show that went live meanwhile, being admitted in the lobby leads to the stage with a countdown", () => {
    const called = later(waiting, { type: "seat-changed", seat: "called" });
    expect(called).toMatchObject({
      place: { name: "entering" },
      task: { do: "ask-state" },
      pass: { token: "t1" },
    });
    expect(later(called, { type: "seat-changed", seat: "called" })).toBe(called);
    const told = later(called, read("admitted"));
    expect(told).toMatchObject({ task: { do: "fetch-token", guestName: "Ada" } });
    expect(later(told, { type: "seat-changed", seat: "called" })).toBe(told);
    const entered = later(told, issued("t2"), connected("stage"));
    expect(entered).toMatchObject({
      place: { name: "stage", startsIn: 3 },
      pass: { token: "t2" },
    });
  });

  test("a guest let in after all is seen only after a countdown", () => {
    const back = later(
      waiting,
      drops(),
      read("denied"),
      read("admitted"),
      issued("t2"),
      connected("stage"),
    );
    expect(back).toMatchObject({ place: { name: "stage", startsIn: 3 } });
  });

  test("a browser that is banned without a guest of this link stays turned away", () => {
    const banned = arriving(opened, read(null), asks, refused("guest-removed"), read(null));
    expect(banned).toMatchObject({ place: { name: "over", why: "removed" } });
  });

  test("admitted between the knock and the connection: LiveKit opens the stage, or a new token does", () => {
    const late = arriving(
      opened,
      read(null),
      asks,
      issued("t1"),
      connected("waiting"),
      read("admitted"),
    );
    expect(late.place.name).toBe("entering");
    expect(late.task).toMatchObject({ do: "fetch-token" });
    expect(late.task?.afterMs).toBeGreaterThan(0);
    expect(later(late, { type: "seat-changed", seat: "stage" })).toMatchObject({
      place: { name: "stage" },
      task: null,
    });
    expect(later(late, issued("t2"), connected("stage")).place.name).toBe("stage");
  });

  test("an answer from before LiveKit opened the stage changes nothing", () => {
    const asking = arriving(opened, read(null), asks, issued("t1"), connected("waiting"));
    const answer = answerTo(asking, read("waiting"));
    expect(later(asking, answer)).toMatchObject({ place: { name: "waiting" }, task: null });
    const there = later(asking, { type: "seat-changed", seat: "stage" });
    expect(later(there, answer)).toBe(there);
  });

  test("a seat reported late by a lost connection is ignored", () => {
    const lost = later(onStage, { type: "publish-failed", atMs: 1_000 });
    expect(lost).toMatchObject({ link: "lost", task: { do: "ask-state" } });
    expect(later(lost, { type: "seat-changed", seat: "stage" })).toBe(lost);
  });

  test("a second click while knocking starts nothing", () => {
    const knocking = arriving(opened, read(null), asks);
    expect(later(knocking, asks)).toBe(knocking);
  });
});

describe("endings", () => {
  test.each([
    ["denied", read("denied")],
    ["removed", read("removed")],
    ["ended", read("expired", { livestream: { status: "ended" } })],
    ["cancelled", read("expired", { livestream: { status: "cancelled" } })],
    ["invite-expired", read(null, { invite: "expired" })],
    ["invite-revoked", read("expired", { invite: "revoked" })],
    ["invite-used-up", read(null, { invite: "used-up" })],
  ] as const)("%s in the state at that time", (why, event) => {
    expect(arriving(opened, event).place).toEqual({ name: "over", why });
    expect(later(waiting, drops(), event)).toMatchObject({ place: { why }, pass: null });
  });

  test.each([
    ["guest-denied", "denied"],
    ["guest-removed", "removed"],
    ["invite-expired", "invite-expired"],
    ["invite-revoked", "invite-revoked"],
    ["invite-used-up", "invite-used-up"],
    ["livestream-ended", "ended"],
    ["invite-not-found", "invite-invalid"],
  ] as const)("the answer %s to a knock leads to the end %s", (code, why) => {
    expect(arriving(opened, read(null), asks, refused(code)).place).toEqual({ name: "over", why });
  });

  test.each(["denied", "removed"] as const)(
    "%s, the open page waits again once a host undoes it",
    (why) => {
      const away = later(waiting, drops(), read(why));
      expect(away).toMatchObject({ place: { why }, task: { do: "ask-state", afterMs: 2_000 } });
      const patient = later(away, ...Array.from({ length: 15 }, () => read(why)));
      expect(patient).toMatchObject({ place: { why }, task: { do: "ask-state", afterMs: 15_000 } });
      const late = later(patient, ...Array.from({ length: 20 }, () => read(why)));
      expect(late).toMatchObject({ place: { why }, task: { do: "ask-state", afterMs: 45_000 } });
      // Errors make it check less often, never more.
      expect(later(late, refused("internal-error")).task).toEqual(late.task);
      expect(later(away, refused("internal-error")).task).toMatchObject({ afterMs: 2_000 });
      expect(joinState(late, { type: "retry" }).task).toEqual({ do: "ask-state", afterMs: 0 });
      expect(later(patient, read("waiting"))).toMatchObject({
        place: { name: "waiting" },
        task: { do: "fetch-token" },
      });
      const ended = later(away, read(why, { livestream: { status: "ended" } }));
      expect(ended).toMatchObject({ place: { why }, task: null });
    },
  );

  test("without an invite, there is nothing to open", () => {
    expect(arriving({ type: "opened", invite: "none" }).place).toEqual({
      name: "over",
      why: "no-invite",
    });
  });

  test("a guest on stage stays there when the invite expires", () => {
    const state = later(onStage, drops(), read("admitted", { invite: "expired" }));
    expect(state).toMatchObject({ place: { name: "stage" }, task: { do: "fetch-token" } });
  });

  test("another tab takes over; this one returns only on request", () => {
    const elsewhere = later(onStage, { type: "disconnected", duplicate: true, atMs: 1 });
    expect(elsewhere).toMatchObject({ place: { why: "other-tab" }, task: null, pass: null });
    expect(later(elsewhere, { type: "use-this-tab" }, read("admitted"))).toMatchObject({
      place: { name: "entering" },
      task: { do: "fetch-token" },
    });
  });

  test("what the connection reports after the end changes nothing", () => {
    const lost = later(waiting, drops());
    const denied = later(lost, read("denied"));
    expect(denied.place.name).toBe("over");
    expect(later(denied, drops(), connected("stage"), answerTo(lost, issued("t9")))).toBe(denied);
  });
});

describe("leaving", () => {
  const left = later(waiting, { type: "left" });

  test("is over immediately for the guest, and sent to the server until it is received", () => {
    expect(left).toMatchObject({
      place: { name: "over", why: "left" },
      pass: null,
      task: { do: "leave", mint: show.mint, afterMs: 0 },
    });
    const again = later(left, { type: "leave-failed" });
    expect(again.task).toMatchObject({ do: "leave", afterMs: 1_000 });
    expect(later(again, { type: "leave-done" }).task).toBeNull();
  });

  test("is not retried forever", () => {
    const failures = Array.from({ length: 5 }, (): JoinOutcome => ({ type: "leave-failed" }));
    expect(later(left, ...failures).task).toBeNull();
  });
});

describe("temporary refusals", () => {
  test.each(["waiting-room-full", "too-many-requests", "offline", "internal-error"] as const)(
    "%s leads back to the form, with the reason",
    (code) => {
      expect(arriving(opened, read(null), asks, refused(code))).toMatchObject({
        place: { name: "preview", problem: { message: "Refused." } },
        task: null,
      });
    },
  );

  test("an unread invite is requested again, sooner if the person asks", () => {
    const trouble = { code: "offline", message: "Not reached." } as const;
    const failed = arriving(opened, { type: "state-failed", trouble });
    expect(failed).toMatchObject({
      place: { name: "loading" },
      trouble,
      task: { do: "ask-state" },
    });
    expect(failed.task?.afterMs).toBeGreaterThan(0);
    expect(later(failed, { type: "retry" }).task?.afterMs).toBe(0);
  });

  test("when returning, a rate limit is waited out", () => {
    const state = later(waiting, drops(), read("waiting"), refused("too-many-requests", 20));
    expect(state).toMatchObject({
      place: { name: "waiting" },
      task: { do: "ask-state", afterMs: 20_000 },
    });
  });
});
