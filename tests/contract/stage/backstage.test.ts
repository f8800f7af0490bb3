import { afterAll, beforeAll, expect, test } from "vitest";
import {
  askToUnmute,
  type GuestDestination,
  messageGuest,
  placeGuest,
  postBackstageChat,
  readBackstageChat,
  silenceParticipant,
} from "@/lib/contracts/backstage";
import { readChat } from "@/lib/contracts/chat";
import { guestState, listWaiting } from "@/lib/contracts/guests";
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
  type Guest,
  knockAgain,
  type Person,
  say,
} from "@/tests/support/api/factories";
import { passesTheGate } from "@/tests/support/api/gate";
import { connected, hangUpAll, inRoom } from "@/tests/support/api/signal";
import { claimsOf } from "@/tests/support/api/tokens";
import { until } from "@/tests/support/api/until";

let ada: Person;
let bob: Person;
beforeAll(async () => {
  [ada, bob] = await Promise.all([anAccount("Ada"), anAccount("Bob")]);
});
afterAll(hangUpAll);

const place = (mint: string, identity: string, to: GuestDestination) =>
  ada.api.call(placeGuest, { params: { mint, identity }, body: { place: to } });
const stateOf = async ({ browser, invite }: Guest) =>
  (await browser.ok(guestState, { body: { inviteToken: invite.token } })).guest;
const listed = async (roomId: string, identity: string) =>
  (await ada.api.ok(listWaiting, { query: { roomId } })).guests.find(
    (each) => each.identity === identity,
  );

test("200: a guest admitted backstage sees and hears the show, unseen", async () => {
  const mint = await aLiveShow(ada);
  const guest = await aGuestWaiting(await anInvite(ada, mint));
  const { identity } = guest;
  await connected(guest.token);
  await admit(ada, guest, "admit", "backstage");
  const there = await inRoom(mint, identity);
  expect(there?.attributes.gate).toBe("backstage");
  expect(there?.permission).toMatchObject({ canPublish: false, canSubscribe: true, hidden: true });
  expect(await listed(mint, identity)).toMatchObject({ status: "admitted", place: "backstage" });
  expect(await stateOf(guest)).toMatchObject({ status: "admitted", place: "backstage" });
  const { video, attributes } = claimsOf(await knockAgain(guest));
  expect(video).toMatchObject({ canPublish: false, canSubscribe: true, hidden: true });
  expect(attributes).toEqual({ role: "guest", gate: "backstage" });
});

test("200: from backstage to the stage on the same connection", async () => {
  const mint = await aLiveShow(ada);
  const guest = await aGuestWaiting(await anInvite(ada, mint));
  const { identity } = guest;
  await connected(guest.token);
  await admit(ada, guest, "admit", "backstage");
  const before = await inRoom(mint, identity);
  expect((await place(mint, identity, "stage")).status).toBe(200);
  const after = await inRoom(mint, identity);
  expect(after?.sid).toBe(before?.sid);
  expect(after?.attributes.gate).toBe("stage");
  expect(after?.permission).toMatchObject({ canPublish: true, hidden: false });
});

test("200: before the show, from stage to backstage on the same connection", async () => {
  const { mint } = await aLivestream(ada);
  const guest = await aGuestWaiting(await anInvite(ada, mint));
  const { identity } = guest;
  await connected(guest.token);
  await admit(ada, guest);
  const before = await inRoom(mint, identity);
  expect((await place(mint, identity, "backstage")).status).toBe(200);
  const after = await inRoom(mint, identity);
  expect(after?.sid).toBe(before?.sid);
  expect(after?.permission).toMatchObject({ canPublish: false, hidden: true });
  expect(await stateOf(guest)).toMatchObject({ status: "admitted", place: "backstage" });
});

test("200: off the stage, the old token is void and the next one hidden; doing it twice is the same", async () => {
  const mint = await aLiveShow(ada);
  const guest = await aGuestOnStage(ada, await anInvite(ada, mint));
  const { closed } = await connected(guest.token);
  expect((await place(mint, guest.identity, "backstage")).status).toBe(200);
  await closed;
  expect(await passesTheGate(guest.token)).toBe(false);
  const next = await knockAgain(guest);
  expect(claimsOf(next).sub).toBe(guest.identity);
  expect(claimsOf(next).video).toMatchObject({ canPublish: false, hidden: true });
  expect(await passesTheGate(next)).toBe(true);
  expect((await place(mint, guest.identity, "backstage")).status).toBe(200);
});

test.each(["public", "private"] as const)(
  "200: back to the waiting room of a %s show, where a host can admit them again",
  async (visibility) => {
    const mint = await aLiveShow(ada, visibility);
    const guest = await aGuestOnStage(ada, await anInvite(ada, mint));
    const { closed } = await connected(guest.token);
    expect((await place(mint, guest.identity, "waiting-room")).status).toBe(200);
    await closed;
    expect(await stateOf(guest)).toMatchObject({ status: "waiting", identity: guest.identity });
    expect(await passesTheGate(guest.token)).toBe(false);
    const { video } = claimsOf(await knockAgain(guest));
    expect(video).toMatchObject({
      room: visibility === "private" ? `${mint}~lobby` : mint,
      canPublish: false,
      hidden: true,
    });
    await admit(ada, guest);
    expect(await stateOf(guest)).toMatchObject({ status: "admitted", place: "stage" });
  },
);

test("404: a guest who is waiting, or an unknown one, cannot be placed", async () => {
  const mint = await aLiveShow(ada);
  const { identity } = await aGuestWaiting(await anInvite(ada, mint));
  expectProblem(await place(mint, identity, "stage"), 404, "guest-not-found");
  expectProblem(await place(mint, "g_nobody1234", "backstage"), 404, "guest-not-found");
});

test("200: a waiting guest reads a host's message, until the host removes it", async () => {
  const mint = await aLiveShow(ada);
  const guest = await aGuestWaiting(await anInvite(ada, mint));
  const params = { mint, identity: guest.identity };
  const write = (text: string | null) => ada.api.ok(messageGuest, { params, body: { text } });
  await write("Two minutes, please.");
  expect(await stateOf(guest)).toMatchObject({ message: "Two minutes, please." });
  await write(null);
  expect(await stateOf(guest)).toMatchObject({ message: null });
});

test("404: a stranger cannot message guests, or tell a guest from a missing one", async () => {
  const mint = await aLiveShow(ada);
  const { identity } = await aGuestWaiting(await anInvite(ada, mint));
  for (const to of [identity, "g_nobody1234"]) {
    const params = { mint, identity: to };
    const answer = await bob.api.call(messageGuest, { params, body: { text: "Psst" } });
    expectProblem(answer, 404, "guest-not-found");
  }
});

test("201: backstage chat is separate from the show's chat", async () => {
  const mint = await aLiveShow(ada);
  const guest = await aGuestOnStage(ada, await anInvite(ada, mint));
  await say(ada.api, mint, "Good evening.");
  const params = { mint };
  await ada.api.ok(postBackstageChat, { params, body: { text: "You are next." } });
  await guest.browser.ok(postBackstageChat, { params, body: { text: "Ready." } });
  const texts = (messages: { text: string | null }[]) => messages.map(({ text }) => text);
  const behind = await guest.browser.ok(readBackstageChat, { params, query: {} });
  expect([texts(behind.messages), behind.revision]).toEqual([["You are next.", "Ready."], 2]);
  const shown = await ada.api.ok(readChat, { params, query: {} });
  expect([texts(shown.messages), shown.revision]).toEqual([["Good evening."], 1]);
});

test("403: waiting guests and viewers can neither read nor write backstage chat", async () => {
  const mint = await aLiveShow(ada);
  const { browser } = await aGuestWaiting(await anInvite(ada, mint));
  for (const client of [browser, bob.api]) {
    const asked = { params: { mint }, query: {} };
    expectProblem(await client.call(readBackstageChat, asked), 403, "not-allowed");
    const said = { params: { mint }, body: { text: "Hello?" } };
    expectProblem(await client.call(postBackstageChat, said), 403, "not-allowed");
  }
});

test("409: a viewer in the audience can neither be muted nor asked to unmute", async () => {
  const mint = await aLiveShow(ada);
  const token = await aViewerToken(bob, mint, false);
  const params = { mint, identity: claimsOf(token).sub };
  const muted = await ada.api.call(silenceParticipant, { params, body: { source: "microphone" } });
  expectProblem(muted, 409, "not-on-stage");
  const asked = await ada.api.call(askToUnmute, { params, body: { source: "camera" } });
  expectProblem(asked, 409, "not-on-stage");
});

test("200: a guest on stage who publishes nothing has nothing to mute", async () => {
  const mint = await aLiveShow(ada);
  const { identity, token } = await aGuestOnStage(ada, await anInvite(ada, mint));
  await connected(token);
  await until("the guest is in the room", () => inRoom(mint, identity));
  const params = { mint, identity };
  const answer = await ada.api.ok(silenceParticipant, { params, body: { source: "camera" } });
  expect(answer).toEqual({ identity, source: "camera", silenced: false });
  expect(await ada.api.ok(askToUnmute, { params, body: { source: "camera" } })).toEqual({
    asked: true,
  });
});
