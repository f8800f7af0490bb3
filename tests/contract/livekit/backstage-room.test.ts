import { afterAll, beforeAll, expect, test } from "vitest";
import { logout } from "@/lib/contracts/accounts/auth";
import { placeGuest } from "@/lib/contracts/backstage";
import { readEventLog } from "@/lib/contracts/event-log";
import { leaveAsGuest, listWaiting } from "@/lib/contracts/guests";
import { endLivestream, removeMember } from "@/lib/contracts/livestreams";
import { removeParticipant } from "@/lib/contracts/restrictions";
import { backstageToken, type RoomToken, refreshToken } from "@/lib/contracts/tokens";
import type { Client } from "@/tests/support/api/client";
import { withoutSweep } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  admit,
  aGuestOnStage,
  aGuestWaiting,
  aHostToken,
  aLiveShow,
  aLivestream,
  anAccount,
  anInvite,
  aViewerToken,
  type Guest,
  join,
  knockAgain,
  type Person,
  signedIn,
} from "@/tests/support/api/factories";
import { passesTheGate } from "@/tests/support/api/gate";
import { server } from "@/tests/support/api/server";
import { connected, hangUpAll, participantsOf, type Signal } from "@/tests/support/api/signal";
import { claimsOf, lifeSecondsOf, signRoomToken, withGrants } from "@/tests/support/api/tokens";
import { until } from "@/tests/support/api/until";

let ada: Person;
let bob: Person;
beforeAll(async () => {
  [ada, bob] = await Promise.all([anAccount("Ada"), anAccount("Bob")]);
});
afterAll(hangUpAll);

const ask = (client: Client, mint: string) =>
  client.call(backstageToken, { params: { mint }, body: {} });
const aToken = async (client: Client, mint: string) =>
  ((await client.ok(backstageToken, { params: { mint }, body: {} })) satisfies RoomToken).token;
const inside = async (room: string) => (await participantsOf(room)).map(({ identity }) => identity);

async function aGuestBackstage(mint: string): Promise<Guest> {
  const guest = await aGuestWaiting(await anInvite(ada, mint));
  await admit(ada, guest, "admit", "backstage");
  return guest;
}

const atOnceMs = 2_000;
const aSweepMs = 30_000;
const goneSoon = (what: string, signals: Signal[], withinMs = atOnceMs) =>
  Promise.all(
    signals.map(async ({ closed }) => {
      let over = false;
      void closed.then(() => {
        over = true;
      });
      await until(what, () => over, withinMs);
    }),
  );

for (const status of ["before the show", "live"] as const) {
  test(`200: ${status}, hosts and admitted guests publish camera and microphone backstage, under their own identity`, async () => {
    const { mint } = await (status === "live"
      ? aLiveShow(ada).then((mint) => ({ mint }))
      : aLivestream(ada));
    const guest = await aGuestBackstage(mint);
    const tokens = [
      { token: await aToken(ada.api, mint), sub: ada.id },
      { token: await aToken(guest.browser, mint), sub: guest.identity },
    ];
    for (const { token, sub } of tokens) {
      expect(claimsOf(token)).toMatchObject({ sub });
      expect(claimsOf(token).video).toEqual({
        room: `${mint}~backstage`,
        roomJoin: true,
        canPublish: true,
        canPublishSources: ["camera", "microphone"],
        canSubscribe: true,
        canPublishData: false,
        canUpdateOwnMetadata: false,
        hidden: false,
      });
      expect(lifeSecondsOf(token)).toBe(600);
      expect(await passesTheGate(token)).toBe(true);
    }
  });
}

test("200: being backstage is not being in the show: nobody is connected, counted or in its log", async () => {
  const mint = await aLiveShow(ada);
  const guest = await aGuestBackstage(mint);
  await connected(await aToken(ada.api, mint));
  await connected(await aToken(guest.browser, mint));
  expect((await inside(`${mint}~backstage`)).sort()).toEqual([ada.id, guest.identity].sort());
  expect(await inside(mint)).toEqual([]);
  const { guests } = await ada.api.ok(listWaiting, { query: { roomId: mint } });
  expect(guests).toMatchObject([{ identity: guest.identity, connected: false }]);
  const { entries } = await ada.api.ok(readEventLog, { params: { mint }, query: {} });
  expect(entries.filter(({ event }) => event === "participant_joined")).toEqual([]);
});

test("401: a backstage token opens no other room, and no other token opens backstage", async () => {
  const mint = await aLiveShow(ada);
  const guest = await aGuestBackstage(mint);
  const waiting = await aGuestWaiting(await anInvite(ada, mint));
  const host = await aHostToken(ada, { mint, creator: ada });
  const own = [await aToken(ada.api, mint), await aToken(guest.browser, mint)];
  const others = [host, await aViewerToken(bob, mint, true), waiting.token];
  const moved = (token: string, room: string) => {
    const claims = claimsOf(token);
    return signRoomToken({ ...claims, video: { ...claims.video, room } });
  };
  for (const token of others) {
    expect(await passesTheGate(await moved(token, `${mint}~backstage`))).toBe(false);
  }
  const asWaiting = claimsOf(own[1] ?? "");
  const forged = await signRoomToken({ ...asWaiting, sub: waiting.identity });
  expect(await passesTheGate(forged), "a guest who waits").toBe(false);
  for (const room of [`${mint}~lobby`, `${mint}~check`, `${mint}~backstage~backstage`]) {
    for (const token of own)
      expect(await passesTheGate(await moved(token, room)), room).toBe(false);
  }
  expect(await passesTheGate(await moved(own[1] ?? "", mint))).toBe(false);
});

test.each([
  ["be hidden", { hidden: true }],
  ["share a screen", { canPublishSources: ["camera", "screen_share"] }],
  ["run the room", { roomAdmin: true }],
  ["send data", { canPublishData: true }],
])("401: a backstage token that asks to %s", async (_, more) => {
  const { mint } = await aLivestream(ada);
  const token = await aToken(ada.api, mint);
  expect(await passesTheGate(await withGrants(token, more))).toBe(false);
});

test("403: guests who wait, and viewers; 404: a stranger to a private show; 409: after the end", async () => {
  const mint = await aLiveShow(ada);
  const guest = await aGuestWaiting(await anInvite(ada, mint));
  expectProblem(await ask(guest.browser, mint), 403, "not-allowed");
  expectProblem(await ask(bob.api, mint), 403, "not-allowed");
  const hidden = await aLiveShow(ada, "private");
  expectProblem(await ask(bob.api, hidden), 404, "livestream-not-found");
  const inLobby = await aGuestWaiting(await anInvite(ada, hidden));
  expectProblem(await ask(inLobby.browser, hidden), 404, "livestream-not-found");
  await admit(ada, inLobby, "admit", "backstage");
  expect(await passesTheGate(await aToken(inLobby.browser, hidden))).toBe(true);
  await ada.api.ok(endLivestream, { params: { mint } });
  expectProblem(await ask(ada.api, mint), 409, "livestream-ended");
});

test("404: a backstage token cannot be refreshed into a seat in the show", async () => {
  const { mint } = await aLivestream(ada);
  const token = await aToken(ada.api, mint);
  const answer = await ada.api.call(refreshToken, { body: { token } });
  expectProblem(answer, 404, "participant-not-found");
});

type Way = (mint: string, guest: Guest) => Promise<unknown>;
const remove =
  (ban: boolean): Way =>
  (mint, { identity }) =>
    ada.api.ok(removeParticipant, { params: { mint }, body: { identity, ban } });
const waysOut: Record<string, Way> = {
  removed: remove(false),
  banned: remove(true),
  "sent back to the waiting room": (mint, { identity }) =>
    ada.api.ok(placeGuest, { params: { mint, identity }, body: { place: "waiting-room" } }),
  leaving: (mint, { browser }) => browser.ok(leaveAsGuest, { body: { roomId: mint } }),
};
for (const visibility of ["public", "private"] as const) {
  for (const [how, out] of Object.entries(waysOut)) {
    test(`${visibility}: a guest who is ${how} leaves both rooms immediately and cannot return`, () =>
      withoutSweep(async () => {
        const mint = await aLiveShow(ada, visibility);
        const guest = await aGuestBackstage(mint);
        const [inShow, behind] = [await knockAgain(guest), await aToken(guest.browser, mint)];
        const signals = [await connected(inShow), await connected(behind)];
        await out(mint, guest);
        await goneSoon("the guest is in neither room", signals);
        expect(await passesTheGate(behind)).toBe(false);
        // Someone who waits again may return to the show's room, hidden.
        if (!how.startsWith("sent")) expect(await passesTheGate(inShow)).toBe(false);
        expect((await ask(guest.browser, mint)).status).toBeGreaterThanOrEqual(400);
      }));
  }
}

test("a guest on stage keeps the backstage room, and is moved back on the same connection", async () => {
  const mint = await aLiveShow(ada);
  const guest = await aGuestOnStage(ada, await anInvite(ada, mint));
  await connected(await aToken(guest.browser, mint));
  const params = { mint, identity: guest.identity };
  await ada.api.ok(placeGuest, { params, body: { place: "backstage" } });
  expect(await inside(`${mint}~backstage`)).toEqual([guest.identity]);
});

test("a co-host who loses the role leaves both rooms immediately and cannot return", () =>
  withoutSweep(async () => {
    const livestream = await aLivestream(ada);
    const { mint } = livestream;
    await join(ada, mint, bob, "host");
    const tokens = [await aHostToken(bob, livestream), await aToken(bob.api, mint)];
    const signals = await Promise.all(tokens.map((token) => connected(token)));
    await ada.api.ok(removeMember, { params: { mint, accountId: bob.id } });
    await goneSoon("the former host is in neither room", signals);
    for (const token of tokens) expect(await passesTheGate(token)).toBe(false);
    expectProblem(await ask(bob.api, mint), 403, "not-allowed");
  }));

test("signing out takes a host out of backstage immediately", () =>
  withoutSweep(async () => {
    const host = await anAccount("Host");
    const { mint } = await aLivestream(host);
    const api = await signedIn(host);
    const token = await aToken(api, mint);
    const signal = await connected(token);
    await api.ok(logout, {});
    await goneSoon("the host is not backstage", [signal]);
    expect(await passesTheGate(token)).toBe(false);
  }));

test("anyone who got backstage past the gate is removed by the next sweep", async () => {
  const mint = await aLiveShow(ada);
  const waiting = await aGuestWaiting(await anInvite(ada, mint));
  const host = await aToken(ada.api, mint);
  await connected(host);
  const past = { base: server.livekitUrl };
  const intruders: Signal[] = [];
  for (const sub of ["v_nobody1234", waiting.identity]) {
    intruders.push(await connected(await signRoomToken({ ...claimsOf(host), sub }), past));
  }
  await goneSoon("the intruders are removed", intruders, aSweepMs);
  expect(await inside(`${mint}~backstage`)).toEqual([ada.id]);
});

test("the end of the show empties the backstage room", async () => {
  const mint = await aLiveShow(ada);
  const guest = await aGuestBackstage(mint);
  const tokens = [await aToken(ada.api, mint), await aToken(guest.browser, mint)];
  const signals = await Promise.all(tokens.map((token) => connected(token)));
  await ada.api.ok(endLivestream, { params: { mint } });
  await goneSoon("nobody is backstage", signals);
  expect(await inside(`${mint}~backstage`)).toEqual([]);
  for (const token of tokens) expect(await passesTheGate(token)).toBe(false);
});
