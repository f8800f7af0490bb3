import { afterAll, expect, test } from "vitest";
import { readChat } from "@/lib/contracts/chat";
import { leaveAsGuest } from "@/lib/contracts/guests";
import { readLivestream, removeParticipant } from "@/lib/contracts/livestreams";
import { refreshToken, viewerPass } from "@/lib/contracts/tokens";
import { Client } from "@/tests/support/api/client";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  admit,
  aGuestWaiting,
  aLiveShow,
  anAccount,
  anInvite,
  type Guest,
  knockAgain,
} from "@/tests/support/api/factories";
import { passesTheGate } from "@/tests/support/api/gate";
import { connected, hangUpAll, inRoom } from "@/tests/support/api/signal";
import {
  claimsOf,
  identityOf,
  refreshed,
  signRoomToken,
  withGrants,
} from "@/tests/support/api/tokens";

const ada = await anAccount();
const mint = await aLiveShow(ada, "private");
const guest = await aGuestWaiting(await anInvite(ada, mint));
afterAll(hangUpAll);

/** A client that keeps no cookies, as in the guest API's document. */
const refresh = (token: string) => new Client().call(refreshToken, { body: { token } });

test("200: a guest of a private show waits in its lobby, with no permissions there", async () => {
  expect(claimsOf(guest.token)).toMatchObject({
    sub: guest.identity,
    attributes: { role: "guest", gate: "waiting" },
    video: {
      room: `${mint}~lobby`,
      roomJoin: true,
      canPublish: false,
      canSubscribe: false,
      canPublishData: false,
      canUpdateOwnMetadata: false,
      hidden: true,
    },
  });
  expect(await passesTheGate(guest.token)).toBe(true);
});

test("401 at the gate: the same guest at the stage room, or with more permissions in the lobby", async () => {
  const atTheStage = await withGrants(guest.token, { room: mint, canSubscribe: true });
  const hearing = await withGrants(guest.token, { canSubscribe: true });
  const twice = await withGrants(guest.token, { room: `${mint}~lobby~lobby` });
  expect(await passesTheGate(atTheStage)).toBe(false);
  expect(await passesTheGate(twice)).toBe(false);
  expect(await passesTheGate(hearing), "more than the seat's canSubscribe: false").toBe(false);
});

test("404: a waiting guest can read neither the show nor its chat", async () => {
  const params = { mint };
  for (const endpoint of [readLivestream, viewerPass]) {
    expectProblem(await guest.browser.call(endpoint, { params }), 404, "livestream-not-found");
  }
  const chat = await guest.browser.call(readChat, { params, query: {} });
  expectProblem(chat, 404, "livestream-not-found");
});

test("200: an admitted guest fetches the stage token under the same identity", async () => {
  const other = await aGuestWaiting(await anInvite(ada, mint));
  await admit(ada, other);
  expect(await passesTheGate(other.token), "still in the lobby while fetching it").toBe(true);
  const token = await knockAgain(other);
  expect(identityOf(token)).toBe(other.identity);
  expect(claimsOf(token).video).toMatchObject({
    room: mint,
    canPublish: true,
    canSubscribe: true,
    hidden: false,
  });
  expect(await passesTheGate(token)).toBe(true);
});

test("401 at the gate: a denied guest, in the lobby and on the stage", async () => {
  const other = await aGuestWaiting(await anInvite(ada, mint));
  await admit(ada, other, "deny");
  expect(await passesTheGate(other.token)).toBe(false);
  const room = { room: mint, canSubscribe: true };
  expect(await passesTheGate(await withGrants(other.token, room))).toBe(false);
});

test("200: with only the lobby token, an admitted guest gets on stage, once", async () => {
  const elsewhere = await aLiveShow(ada, "private");
  await aGuestWaiting(await anInvite(ada, elsewhere));
  const other = await aGuestWaiting(await anInvite(ada, mint));
  const lobby = await connected(other.token);
  await admit(ada, other);
  const { token } = await new Client().ok(refreshToken, { body: { token: other.token } });
  expect(identityOf(token)).toBe(other.identity);
  await connected(token);
  const onStage = await inRoom(mint, other.identity);
  expect(onStage?.permission).toMatchObject({
    hidden: false,
    canPublish: true,
    canSubscribe: true,
  });
  lobby.hangUp();
  // Anyone who finds the lobby token later, or LiveKit's renewal of it, cannot take the place.
  for (const late of [other.token, await refreshed(other.token)]) {
    expectProblem(await refresh(late), 403, "not-allowed");
  }
  expect(await knockAgain(other), "the guest's own browser still can").toEqual(expect.any(String));
});

test("200: LiveKit's renewal of the lobby token counts too; of two used at once, one succeeds", async () => {
  const other = await aGuestWaiting(await anInvite(ada, mint));
  await admit(ada, other);
  const tokens = [other.token, await refreshed(other.token)];
  const answers = await Promise.all(tokens.map(refresh));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
});

test("403: once the guest's browser has fetched the stage token, the lobby token gets none", async () => {
  const other = await aGuestWaiting(await anInvite(ada, mint));
  await admit(ada, other);
  await knockAgain(other);
  expectProblem(await refresh(other.token), 403, "not-allowed");
});

test("403: the lobby token of a guest who waits, was denied, left or was removed, or one that is too old", async () => {
  const invite = await anInvite(ada, mint);
  const guests = await Promise.all(Array.from({ length: 5 }, () => aGuestWaiting(invite)));
  const [waiting, denied, left, removed, admitted] = guests as [Guest, Guest, Guest, Guest, Guest];
  await admit(ada, denied, "deny");
  await left.browser.ok(leaveAsGuest, { body: { roomId: mint } });
  await admit(ada, removed);
  const body = { identity: removed.identity };
  await ada.api.ok(removeParticipant, { params: { mint }, body });
  await admit(ada, admitted);
  const claims = claimsOf(admitted.token);
  const old = await signRoomToken({ ...claims, nbf: claims.nbf - 3_600, exp: claims.nbf - 120 });
  for (const token of [waiting.token, denied.token, left.token, removed.token, old]) {
    expectProblem(await refresh(token), 403, "not-allowed");
  }
  expect((await refresh(admitted.token)).status, "a valid one is not used up by this").toBe(200);
});
