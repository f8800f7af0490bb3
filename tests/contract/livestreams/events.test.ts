import { afterAll, expect, test } from "vitest";
import type { z } from "zod";
import { logout } from "@/lib/contracts/accounts/auth";
import { leaveAsGuest } from "@/lib/contracts/guests";
import { livestreamEvents } from "@/lib/contracts/livestream-events";
import {
  editLivestream,
  endLivestream,
  goLive,
  readLivestream,
  removeMember,
} from "@/lib/contracts/livestreams";
import { Client } from "@/tests/support/api/client";
import { withoutSweep } from "@/tests/support/api/database";
import { closeStreams, type Frame, follow } from "@/tests/support/api/event-stream";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  admit,
  aGuestOnStage,
  aGuestWaiting,
  aLiveShow,
  aLivestream,
  anAccount,
  anInvite,
  aViewerToken,
  join,
} from "@/tests/support/api/factories";
import { passesTheGate } from "@/tests/support/api/gate";
import { claimsOf, identityOf } from "@/tests/support/api/tokens";
import { until } from "@/tests/support/api/until";
import { aSid, deliverEvent } from "@/tests/support/api/webhooks";

const nobody = new Client();
const [ada, bob] = await Promise.all([anAccount("Ada"), anAccount("Bob")]);
afterAll(closeStreams);

type Events = typeof livestreamEvents;
/** The frame's data, which must match the contract to the last field. */
function as<Name extends keyof Events>(name: Name, { event, data }: Frame): z.infer<Events[Name]> {
  expect(event).toBe(name);
  const parsed = livestreamEvents[name].parse(data);
  expect(data).toEqual(parsed);
  return parsed as z.infer<Events[Name]>;
}
const within = (ms: number, since: number) => expect(Date.now() - since).toBeLessThan(ms);
const guestFrames = (frames: Frame[]) => frames.filter(({ event }) => event.startsWith("guests."));

test("200: a host first receives the livestream and the waiting room", async () => {
  const mint = await aLiveShow(ada);
  const invite = await anInvite(ada, mint);
  const [first, second] = [await aGuestWaiting(invite, "Grace"), await aGuestOnStage(ada, invite)];
  const denied = await aGuestWaiting(invite);
  await admit(ada, denied, "deny");
  const stream = await follow(ada.api, mint);
  expect(stream.status).toBe(200);
  expect(stream.headers.get("content-type")).toMatch(/^text\/event-stream/);
  expect(stream.headers.get("cache-control")).toContain("no-store");
  const livestream = as("livestream", await stream.next("livestream"));
  expect(livestream).toEqual(await ada.api.ok(readLivestream, { params: { mint } }));
  const frame = await stream.next("guests.snapshot");
  const { version, guests } = as("guests.snapshot", frame);
  expect(frame.id).toBe(String(version));
  const shown = {
    connected: false,
    knockedAt: expect.any(String),
    place: "stage",
    message: null,
    picture: null,
    inviteLabel: null,
    jti: invite.jti,
  };
  expect(guests).toEqual([
    { ...shown, identity: first.identity, name: "Grace", status: "waiting", decidedBy: null },
    {
      ...shown,
      identity: second.identity,
      name: "Grace Hopper",
      status: "admitted",
      decidedBy: "Ada",
    },
  ]);
});

test("200: a knock and its outcome reach every host within a second", async () => {
  const mint = await aLiveShow(ada);
  await join(ada, mint, bob, "host");
  const invite = await anInvite(ada, mint);
  const streams = [await follow(ada.api, mint), await follow(bob.api, mint)];
  for (const stream of streams) await stream.next("guests.snapshot");
  const guest = await aGuestWaiting(invite);
  const knockedAt = Date.now();
  const seen = async (status: string) => {
    for (const { frames } of streams) {
      await until(`a delta with ${status}`, () =>
        guestFrames(frames).some(
          (frame) =>
            frame.event === "guests.delta" &&
            as("guests.delta", frame).guests.some(
              (each) => each.identity === guest.identity && each.status === status,
            ),
        ),
      );
    }
  };
  await seen("waiting");
  within(1_000, knockedAt);
  await admit(bob, guest);
  const decidedAt = Date.now();
  await seen("admitted");
  within(1_000, decidedAt);
  await guest.browser.ok(leaveAsGuest, { body: { roomId: mint } });
  await seen("left");
});

test("200: the guest's connection is shown as it opens and closes", () =>
  withoutSweep(async () => {
    const mint = await aLiveShow(ada);
    const { identity } = await aGuestWaiting(await anInvite(ada, mint));
    const { next, frames } = await follow(ada.api, mint);
    await next("guests.snapshot");
    const connection = { room: { name: mint }, participant: { identity, sid: aSid() } };
    for (const [event, connected] of [
      ["participant_joined", true],
      ["participant_left", false],
    ] as const) {
      const from = frames.length;
      await deliverEvent({ event, ...connection });
      const { guests } = as("guests.delta", await next("guests.delta", from));
      expect(guests).toMatchObject([{ identity, connected }]);
    }
  }));

test("200: after an interruption, only the changes since the last version", async () => {
  const mint = await aLiveShow(ada);
  const invite = await anInvite(ada, mint);
  const early = await aGuestWaiting(invite, "Early");
  const first = await follow(ada.api, mint);
  const { id } = await first.next("guests.snapshot");
  first.close();
  const late = await aGuestWaiting(invite, "Late");
  const second = await follow(ada.api, mint, id ?? "");
  const { guests } = as("guests.delta", await second.next("guests.delta"));
  expect(guests.map(({ identity }) => identity)).toEqual([late.identity]);
  expect(second.frames.map(({ event }) => event)).not.toContain("guests.snapshot");
  const from = second.frames.length;
  await admit(ada, early, "deny");
  const delta = as("guests.delta", await second.next("guests.delta", from));
  expect(delta.guests).toMatchObject([{ identity: early.identity, status: "denied" }]);
});

test("200: after an interruption without changes, an empty delta", async () => {
  const mint = await aLiveShow(ada);
  await aGuestWaiting(await anInvite(ada, mint));
  const first = await follow(ada.api, mint);
  const { id } = await first.next("guests.snapshot");
  first.close();
  const second = await follow(ada.api, mint, id ?? "");
  const { version, guests } = as("guests.delta", await second.next("guests.delta"));
  expect([String(version), guests]).toEqual([id, []]);
});

for (const id of ["none", "", "-1", "1.5", "99999999999", "2000000000"]) {
  test(`200: an unknown last event id (${id || "empty"}) starts with a snapshot`, async () => {
    const mint = await aLiveShow(ada);
    const guest = await aGuestWaiting(await anInvite(ada, mint));
    const stream = await follow(ada.api, mint, id);
    const { guests } = as("guests.snapshot", await stream.next("guests.snapshot"));
    expect(guests).toMatchObject([{ identity: guest.identity }]);
  });
}

test("200: anyone allowed to watch follows the livestream, and learns nothing about guests", async () => {
  const mint = await aLiveShow(ada);
  const invite = await anInvite(ada, mint);
  const guest = await aGuestOnStage(ada, invite);
  const clients = [nobody, bob.api, guest.browser];
  const streams = await Promise.all(clients.map((client) => follow(client, mint)));
  for (const stream of streams) as("livestream", await stream.next("livestream"));
  await aGuestWaiting(invite);
  await ada.api.ok(editLivestream, { params: { mint }, body: { title: "Renamed" } });
  for (const { frames } of streams) {
    await until("the new title", () => JSON.stringify(frames).includes("Renamed"));
    expect(guestFrames(frames)).toEqual([]);
    expect(frames.every(({ id }) => id === null)).toBe(true);
  }
});

test("200: viewers are counted as they join, and the end is announced", () =>
  withoutSweep(async () => {
    const mint = await aLiveShow(ada);
    const { next, frames } = await follow(nobody, mint);
    await next("livestream");
    const identity = identityOf(await aViewerToken(bob, mint, true));
    const participant = { identity, sid: aSid() };
    let from = frames.length;
    await deliverEvent({ event: "participant_joined", room: { name: mint }, participant });
    expect(as("livestream", await next("livestream", from)).watching).toBe(1);
    from = frames.length;
    await ada.api.ok(endLivestream, { params: { mint } });
    const ended = as("livestream", await next("livestream", from));
    expect(ended).toMatchObject({ status: "ended", watching: 0 });
  }));

const waits = "?waits=true";

test("200: waiting viewers receive a hidden viewer's token when the show starts, once", async () => {
  const { mint } = await aLivestream(ada);
  const streams = await Promise.all(
    [nobody, bob.api].map((client) => follow(client, mint, undefined, waits)),
  );
  const plain = await follow(nobody, mint);
  for (const { next } of [...streams, plain]) await next("livestream");
  await ada.api.ok(goLive, { params: { mint } });
  const identities = new Set<string>();
  for (const { next } of streams) {
    const { livestream, pass } = as("start", await next("start"));
    expect(livestream).toMatchObject({ mint, status: "live" });
    expect(claimsOf(pass.token).video).toMatchObject({ room: mint, hidden: true });
    expect(await passesTheGate(pass.token)).toBe(true);
    identities.add(identityOf(pass.token));
  }
  expect(identities.size).toBe(2);
  await ada.api.ok(editLivestream, { params: { mint }, body: { title: "Under way" } });
  for (const { frames } of [...streams, plain]) {
    await until("the new title", () => JSON.stringify(frames).includes("Under way"));
  }
  const starts = (frames: Frame[]) => frames.filter(({ event }) => event === "start").length;
  expect(streams.map(({ frames }) => starts(frames))).toEqual([1, 1]);
  expect(starts(plain.frames)).toBe(0);
});

test("200: a viewer who arrives during the show receives its state, but no token", async () => {
  const mint = await aLiveShow(ada);
  const late = await follow(nobody, mint, undefined, waits);
  expect(as("livestream", await late.next("livestream"))).toMatchObject({ status: "live" });
  await ada.api.ok(editLivestream, { params: { mint }, body: { title: "Under way" } });
  await until("the new title", () => JSON.stringify(late.frames).includes("Under way"));
  expect(late.frames.map(({ event }) => event)).not.toContain("start");
});

test("200: a former host, or one who logged out, no longer receives guests", async () => {
  const mint = await aLiveShow(ada);
  const cleo = await anAccount();
  for (const host of [bob, cleo]) await join(ada, mint, host, "host");
  const streams = [await follow(bob.api, mint), await follow(cleo.api, mint)];
  for (const stream of streams) await stream.next("guests.snapshot");
  await ada.api.ok(removeMember, { params: { mint, accountId: bob.id } });
  await cleo.api.ok(logout, {});
  const still = await follow(ada.api, mint);
  await still.next("guests.snapshot");
  const guest = await aGuestWaiting(await anInvite(ada, mint));
  await still.next("guests.delta");
  await ada.api.ok(editLivestream, { params: { mint }, body: { title: "A mark" } });
  for (const { frames } of streams) {
    await until("the mark", () => JSON.stringify(frames).includes("A mark"));
    expect(JSON.stringify(frames)).not.toContain(guest.identity);
  }
});

test("404: once a show turns private, strangers receive nothing more, even on an open stream", async () => {
  const { mint } = await aLivestream(ada);
  const [stranger, host] = [await follow(nobody, mint), await follow(ada.api, mint)];
  await stranger.next("livestream");
  const body = { visibility: "private" as const, title: "A secret title" };
  await ada.api.ok(editLivestream, { params: { mint }, body });
  await until("the host has the title", () =>
    JSON.stringify(host.frames).includes("A secret title"),
  );
  await ada.api.ok(editLivestream, { params: { mint }, body: { title: "Another secret" } });
  await until("the host has the next title", () =>
    JSON.stringify(host.frames).includes("Another secret"),
  );
  expect(JSON.stringify(stranger.frames)).not.toContain("secret");
});

test("404: a private livestream looks like a missing one; 401: an invalid token; 400: an invalid mint", async () => {
  const { mint } = await aLivestream(ada, { visibility: "private" });
  const ask = (client: Client, show: string) => client.send(`/livestreams/${show}/events`);
  const none = await ask(nobody, "NoSuchShow123456");
  expectProblem(none, 404, "livestream-not-found");
  for (const client of [nobody, bob.api]) expect((await ask(client, mint)).text).toBe(none.text);
  expectProblem(await ask(new Client("garbage"), mint), 401, "not-signed-in");
  expectProblem(await ask(nobody, "a-b"), 400, "invalid-request");
});
