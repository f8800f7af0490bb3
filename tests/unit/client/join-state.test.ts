import { describe, expect, test } from "vitest";
import type { JoinEvent, JoinState, Seat, Visit } from "@/lib/client/join-model";
import { beforeJoin, joinState } from "@/lib/client/join-state";

const show = {
  mint: "aBcDeF123456",
  title: "An evening",
  creatorName: "Grace",
  status: "live",
  visibility: "public",
} as const;

type GuestStatus = NonNullable<Visit["guest"]>["status"];

const visit = (
  status: GuestStatus | null,
  more: Partial<Omit<Visit, "guest" | "livestream">> & {
    livestream?: Partial<Visit["livestream"]>;
    guest?: Partial<NonNullable<Visit["guest"]>>;
  } = {},
): Visit => ({
  invite: "valid",
  url: "ws://here",
  ...more,
  livestream: { ...show, ...more.livestream },
  guest: status && {
    identity: "g_abcdefgh",
    name: "Ada",
    status,
    knockedAt: "2030-01-01T20:00:00Z",
    place: "stage",
    message: null,
    ...more.guest,
  },
});

const arriving = (...events: JoinEvent[]): JoinState => events.reduce(joinState, beforeJoin);
const then = (state: JoinState, ...events: JoinEvent[]) => events.reduce(joinState, state);

const opened: JoinEvent = { type: "opened", invite: "address" };
const reloaded: JoinEvent = { type: "opened", invite: "reload" };
const read = (...given: Parameters<typeof visit>): JoinEvent => ({
  type: "state-read",
  visit: visit(...given),
});
const asks: JoinEvent = { type: "asked-to-join", guestName: "Ada" };
const issued = (token: string): JoinEvent => ({ type: "token-issued", token });
const connected = (seat: Seat, atMs = 0): JoinEvent => ({
  type: "connected",
  seat,
  atMs,
});
const drops = (atMs = 1_000): JoinEvent => ({ type: "disconnected", duplicate: false, atMs });
const refused = (
  code: Extract<JoinEvent, { type: "token-refused" }>["trouble"]["code"],
  retryAfterSeconds?: number,
): JoinEvent => ({
  type: "token-refused",
  trouble: { code, message: "Refused.", retryAfterSeconds },
});

const waiting = arriving(
  opened,
  read(null),
  asks,
  issued("t1"),
  connected("waiting"),
  read("waiting"),
);
const onStage = then(waiting, { type: "seat-changed", seat: "stage" });

describe("from the link to the stage", () => {
  test("opens, previews, knocks, waits and is admitted", () => {
    let state = arriving(opened);
    expect(state).toMatchObject({ place: { name: "loading" }, task: { do: "ask-state" } });
    state = then(state, read(null));
    expect(state).toMatchObject({ place: { name: "preview", returning: false }, task: null });
    state = then(state, asks);
    expect(state).toMatchObject({
      place: { name: "knocking" },
      task: { do: "fetch-token", guestName: "Ada" },
    });
    state = then(state, issued("t1"));
    expect(state).toMatchObject({
      place: { name: "waiting" },
      pass: { url: "ws://here", token: "t1" },
    });
    state = then(state, connected("waiting"));
    expect(state).toMatchObject({ link: "steady", task: { do: "ask-state" } });
    state = then(state, read("waiting"));
    expect(state).toMatchObject({ place: { name: "waiting" }, task: null });
    state = then(state, { type: "seat-changed", seat: "stage" });
    expect(state).toMatchObject({ place: { name: "stage" }, task: null, pass: { token: "t1" } });
  });

  test("in a private show the call from the lobby fetches a token for the stage", () => {
    const called = then(waiting, { type: "seat-changed", seat: "called" });
    expect(called).toMatchObject({
      place: { name: "entering" },
      task: { do: "fetch-token", guestName: "Ada" },
      pass: { token: "t1" },
    });
    expect(then(called, { type: "seat-changed", seat: "called" })).toBe(called);
    const entered = then(called, issued("t2"), connected("stage"));
    expect(entered).toMatchObject({ place: { name: "stage" }, pass: { token: "t2" } });
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
    expect(then(late, { type: "seat-changed", seat: "stage" })).toMatchObject({
      place: { name: "stage" },
      task: null,
    });
    expect(then(late, issued("t2"), connected("stage")).place.name).toBe("stage");
  });

  test("a second press while knocking asks for nothing more", () => {
    const knocking = arriving(opened, read(null), asks);
    expect(then(knocking, asks)).toBe(knocking);
  });
});

describe("backstage", () => {
  const admitted = read("admitted", { guest: { place: "backstage" } });
  const backstage = then(waiting, { type: "seat-changed", seat: "backstage" }, admitted);

  test("admitted backstage, then called on stage, on the same connection", () => {
    expect(backstage).toMatchObject({
      place: { name: "backstage" },
      task: null,
      pass: { token: "t1" },
    });
    const onIt = then(backstage, { type: "seat-changed", seat: "stage" });
    expect(onIt).toMatchObject({ place: { name: "stage" }, task: null, pass: { token: "t1" } });
  });

  test("admitted backstage while LiveKit has not heard: a token comes if nothing else does", () => {
    const state = then(waiting, connected("waiting"), admitted);
    expect(state).toMatchObject({ place: { name: "backstage" }, task: { do: "fetch-token" } });
    expect(state.task?.afterMs).toBeGreaterThan(0);
    expect(then(state, { type: "seat-changed", seat: "backstage" }, admitted).task).toBeNull();
  });

  test("called on stage between the token and the connection, LiveKit is given a moment", () => {
    const state = then(backstage, connected("backstage"), read("admitted"));
    expect(state).toMatchObject({ place: { name: "entering" }, task: { do: "fetch-token" } });
    expect(state.task?.afterMs).toBeGreaterThan(0);
    expect(then(state, { type: "seat-changed", seat: "stage" }).place.name).toBe("stage");
  });

  test("taken backstage: the closed connection comes back unseen, and it is said why", () => {
    const taken = then(onStage, drops(), admitted);
    expect(taken).toMatchObject({
      place: { name: "backstage" },
      moved: "backstage",
      task: { do: "fetch-token", afterMs: 0 },
    });
    const there = then(taken, issued("t2"), connected("backstage"), admitted);
    expect(there).toMatchObject({ link: "steady", moved: "backstage", task: null });
    expect(then(there, { type: "seat-changed", seat: "stage" }).moved).toBeNull();
  });

  test.each([
    ["the stage", onStage],
    ["backstage", backstage],
  ])("from %s back to the waiting room, and let in again", (_, from) => {
    const sent = then(from, drops(), read("waiting"));
    expect(sent).toMatchObject({
      place: { name: "waiting" },
      moved: "waiting",
      task: { do: "fetch-token", afterMs: 0 },
    });
    const waits = then(sent, issued("t2"), connected("waiting"), read("waiting"));
    expect(waits).toMatchObject({ place: { name: "waiting" }, moved: "waiting", task: null });
    expect(then(waits, { type: "seat-changed", seat: "stage" })).toMatchObject({
      place: { name: "stage" },
      moved: null,
    });
  });

  test("a connection that was merely lost is taken up again without a word of being moved", () => {
    const state = then(backstage, drops(), admitted, issued("t2"), connected("backstage"));
    expect(state).toMatchObject({ place: { name: "backstage" }, moved: null });
  });

  test("a reload, and the link opened anew, lead back there: nobody is shown by it", () => {
    for (const arrives of [opened, reloaded]) {
      expect(arriving(arrives, admitted)).toMatchObject({
        place: { name: "backstage" },
        task: { do: "fetch-token", guestName: "Ada" },
      });
    }
  });

  test("a line of the host's is there until it is taken back", () => {
    const told = then(waiting, { type: "message", text: "Two minutes, please." });
    expect(told.visit?.guest?.message).toBe("Two minutes, please.");
    expect(then(told, { type: "message", text: null }).visit?.guest?.message).toBeNull();
  });
});

describe("coming back", () => {
  test("a reload while waiting takes the place back by itself", () => {
    const state = arriving(reloaded, read("waiting"));
    expect(state).toMatchObject({
      place: { name: "waiting" },
      task: { do: "fetch-token", guestName: "Ada" },
    });
  });

  test("a reload on stage goes back on stage by itself", () => {
    const state = arriving(reloaded, read("admitted"), issued("t2"), connected("stage"));
    expect(state.place.name).toBe("stage");
  });

  test("the link opened anew by an admitted guest asks before it shows them to everybody", () => {
    const state = arriving(opened, read("admitted"));
    expect(state).toMatchObject({ place: { name: "preview", returning: true }, task: null });
    expect(then(state, asks)).toMatchObject({
      place: { name: "entering" },
      task: { do: "fetch-token" },
    });
  });

  test("admitted while the connection was lost, the guest reaches the stage on return", () => {
    const lost = then(waiting, { type: "link-lost" }, drops());
    expect(lost).toMatchObject({ place: { name: "waiting" }, link: "lost", pass: null });
    const back = then(lost, read("admitted"), issued("t2"), connected("stage"));
    expect(back).toMatchObject({ place: { name: "stage" }, link: "steady", pass: { token: "t2" } });
  });

  test("on stage a lost connection is taken up again in the same place", () => {
    const lost = then(onStage, drops());
    expect(lost).toMatchObject({ place: { name: "stage" }, link: "lost" });
    const asked = then(lost, read("admitted"));
    expect(asked).toMatchObject({ place: { name: "stage" }, task: { do: "fetch-token" } });
    expect(then(asked, issued("t2"), connected("stage"))).toMatchObject({
      place: { name: "stage" },
      link: "steady",
    });
  });

  test("who was away for too long has lost the place, and may ask again", () => {
    const lapsed = then(waiting, drops(), read("left"));
    expect(lapsed.place).toEqual({ name: "over", why: "lapsed" });
    const again = then(lapsed, { type: "ask-again" });
    expect(again).toMatchObject({ place: { name: "loading" }, task: { do: "ask-state" } });
    expect(then(again, read("left")).place.name).toBe("preview");
  });

  test("a connection that keeps failing is tried less and less often, and never gives up", () => {
    let state = waiting;
    const waits: number[] = [];
    for (let atMs = 0; atMs < 8; atMs++) {
      state = then(state, drops(atMs));
      waits.push(state.task?.afterMs ?? -1);
      state = then(state, read("waiting"), issued("t"));
    }
    expect(waits).toEqual([0, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000]);
  });

  test("after a connection that held, a loss is answered at once", () => {
    const flapped = then(
      waiting,
      drops(),
      read("waiting"),
      issued("t2"),
      connected("waiting", 2_000),
    );
    expect(then(flapped, drops(3_000)).task?.afterMs).toBe(1_000);
    expect(then(flapped, drops(60_000)).task?.afterMs).toBe(0);
  });

  test("a guest whose picture did not get through connects anew", () => {
    const state = then(onStage, { type: "publish-failed", atMs: 5 });
    expect(state).toMatchObject({ pass: null, task: { do: "ask-state" } });
  });
});

describe("the ends", () => {
  test.each([
    ["denied", read("denied")],
    ["removed", read("removed")],
    ["ended", read("expired", { livestream: { status: "ended" } })],
    ["invite-expired", read(null, { invite: "expired" })],
    ["invite-revoked", read("expired", { invite: "revoked" })],
    ["invite-used-up", read(null, { invite: "used-up" })],
  ] as const)("%s by what is true now", (why, event) => {
    expect(arriving(opened, event).place).toEqual({ name: "over", why });
    expect(then(waiting, drops(), event)).toMatchObject({ place: { why }, pass: null });
  });

  test.each([
    ["guest-denied", "denied"],
    ["guest-removed", "removed"],
    ["invite-expired", "invite-expired"],
    ["invite-revoked", "invite-revoked"],
    ["invite-used-up", "invite-used-up"],
    ["livestream-ended", "ended"],
    ["invite-not-found", "invite-invalid"],
  ] as const)("the answer %s to a knock is the end %s", (code, why) => {
    expect(arriving(opened, read(null), asks, refused(code)).place).toEqual({ name: "over", why });
  });

  test("without an invite there is nothing to open", () => {
    expect(arriving({ type: "opened", invite: "none" }).place).toEqual({
      name: "over",
      why: "no-invite",
    });
  });

  test("who is on stage stays there when the invite runs out", () => {
    const state = then(onStage, drops(), read("admitted", { invite: "expired" }));
    expect(state).toMatchObject({ place: { name: "stage" }, task: { do: "fetch-token" } });
  });

  test("another tab takes over; this one takes it back only when told to", () => {
    const elsewhere = then(onStage, { type: "disconnected", duplicate: true, atMs: 1 });
    expect(elsewhere).toMatchObject({ place: { why: "other-tab" }, task: null, pass: null });
    expect(then(elsewhere, { type: "use-this-tab" }, read("admitted"))).toMatchObject({
      place: { name: "entering" },
      task: { do: "fetch-token" },
    });
  });

  test("what the connection still says after the end changes nothing", () => {
    const denied = then(waiting, read("denied"));
    expect(then(denied, drops(), connected("stage"), issued("t9"))).toBe(denied);
  });
});

describe("leaving", () => {
  const left = then(waiting, { type: "left" });

  test("is over at once for the guest, and told to the server until it has heard", () => {
    expect(left).toMatchObject({
      place: { name: "over", why: "left" },
      pass: null,
      task: { do: "leave", mint: show.mint, afterMs: 0 },
    });
    const again = then(left, { type: "leave-failed" });
    expect(again.task).toMatchObject({ do: "leave", afterMs: 1_000 });
    expect(then(again, { type: "leave-done" }).task).toBeNull();
  });

  test("is not tried for ever", () => {
    const failures = Array.from({ length: 5 }, (): JoinEvent => ({ type: "leave-failed" }));
    expect(then(left, ...failures).task).toBeNull();
  });
});

describe("refusals that may pass", () => {
  test.each(["waiting-room-full", "too-many-requests", "offline", "internal-error"] as const)(
    "%s brings the knock back to the form, with the reason",
    (code) => {
      expect(arriving(opened, read(null), asks, refused(code))).toMatchObject({
        place: { name: "preview", problem: { message: "Refused." } },
        task: null,
      });
    },
  );

  test("an unread invite is asked for again, sooner when the person says so", () => {
    const trouble = { code: "offline", message: "Not reached." } as const;
    const failed = arriving(opened, { type: "state-failed", trouble });
    expect(failed).toMatchObject({
      place: { name: "loading" },
      trouble,
      task: { do: "ask-state" },
    });
    expect(failed.task?.afterMs).toBeGreaterThan(0);
    expect(then(failed, { type: "retry" }).task?.afterMs).toBe(0);
  });

  test("on the way back in, a refusal for too many requests is waited out", () => {
    const state = then(waiting, drops(), read("waiting"), refused("too-many-requests", 20));
    expect(state).toMatchObject({
      place: { name: "waiting" },
      task: { do: "ask-state", afterMs: 20_000 },
    });
  });
});
