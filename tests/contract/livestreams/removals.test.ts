import { expect, test } from "vitest";
import { postChat } from "@/lib/contracts/chat";
import {
  admitGuest,
  guestState,
  leaveAsGuest,
  listWaiting,
  roomAuth,
} from "@/lib/contracts/guests";
import { listRestrictions, removeParticipant } from "@/lib/contracts/restrictions";
import { participantToken } from "@/lib/contracts/tokens";
import { Client } from "@/tests/support/api/client";
import { sql } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aGuestOnStage,
  aGuestWaiting,
  aHostToken,
  aLiveShow,
  aLivestream,
  anAccount,
  anInvite,
  aViewerToken,
  type Invite,
  join,
  type Person,
} from "@/tests/support/api/factories";
import { passesTheGate } from "@/tests/support/api/gate";
import { signInByPage } from "@/tests/support/api/pages";
import { identityOf, refreshed } from "@/tests/support/api/tokens";

const [ada, bob, cleo] = await Promise.all([anAccount(), anAccount(), anAccount()]);

const remove = (by: Person, mint: string, identity: string, ban = false) =>
  by.api.call(removeParticipant, { params: { mint }, body: { identity, ban } });

test("200: a removed guest is refused at the gate, also with a refreshed token, and when knocking again", async () => {
  const mint = await aLiveShow(ada);
  const invite = await anInvite(ada, mint);
  const { browser, token, identity } = await aGuestOnStage(ada, invite);
  expect(await passesTheGate(token)).toBe(true);
  const answer = await remove(ada, mint, identity);
  expect(answer.status).toBe(200);
  expect(answer.body).toEqual({ removed: true });
  expect(await passesTheGate(token)).toBe(false);
  expect(await passesTheGate(await refreshed(token))).toBe(false);
  const body = { inviteToken: invite.token, guestName: "Grace" };
  expectProblem(await browser.call(roomAuth, { body }), 403, "guest-removed");
  const { guest } = await browser.ok(guestState, { body: { inviteToken: invite.token } });
  expect(guest).toMatchObject({ identity, status: "removed" });
});

test("200: a waiting guest can be removed; removing twice is the same", async () => {
  const mint = await aLiveShow(ada);
  const { token, identity } = await aGuestWaiting(await anInvite(ada, mint));
  for (let times = 0; times < 2; times++) {
    expect((await remove(ada, mint, identity)).status).toBe(200);
  }
  expect(await passesTheGate(token)).toBe(false);
});

test("200: a second invite is a second chance for a removed guest", async () => {
  const mint = await aLiveShow(ada);
  const { browser, identity } = await aGuestOnStage(ada, await anInvite(ada, mint));
  await remove(ada, mint, identity);
  const second = await anInvite(ada, mint);
  const body = { inviteToken: second.token, guestName: "Grace" };
  const { livekitToken } = await browser.ok(roomAuth, { body });
  expect(identityOf(livekitToken)).not.toBe(identity);
});

test("403: a banned guest's browser cannot knock with another invite until the ban is lifted", async () => {
  const [mint, elsewhere] = [await aLiveShow(ada), await aLiveShow(ada)];
  const { browser, identity } = await aGuestOnStage(ada, await anInvite(ada, mint));
  await remove(ada, mint, identity, true);
  const second = await anInvite(ada, mint);
  const knock = (by: Client, { token }: Invite) =>
    by.call(roomAuth, { body: { inviteToken: token, guestName: "Grace" } });
  expectProblem(await knock(browser, second), 403, "banned");
  expect((await knock(new Client(), second)).status, "another browser").toBe(200);
  expect((await knock(browser, await anInvite(ada, elsewhere))).status, "another show").toBe(200);
  await sql("delete from restrictions where mint = $1 and subject = $2", [mint, identity]);
  expect((await knock(browser, second)).status).toBe(200);
});

test("a ban applies to the browser's current guest and to its simultaneous knocks", async () => {
  const mint = await aLiveShow(ada);
  const invite = await anInvite(ada, mint);
  const first = await aGuestOnStage(ada, invite);
  const { browser } = first;
  await browser.ok(leaveAsGuest, { body: { roomId: mint } });
  const body = { inviteToken: invite.token, guestName: "Grace" };
  const again = (await browser.ok(roomAuth, { body })).livekitToken;
  const second = identityOf(again);
  expect(second).not.toBe(first.identity);
  const knocks = Array.from({ length: 6 }, () => browser.call(roomAuth, { body }));
  expect((await remove(ada, mint, first.identity, true)).status).toBe(200);
  await Promise.all(knocks);
  expect(await passesTheGate(again)).toBe(false);
  const decide = { roomId: mint, guestIdentity: second, action: "admit" as const };
  expect((await ada.api.call(admitGuest, { body: decide })).status).toBe(409);
  const { guests } = await ada.api.ok(listWaiting, { query: { roomId: mint } });
  expect(guests).toEqual([]);
});

test("404: a banned member of a private show can read nothing of it", async () => {
  const mint = await aLiveShow(ada, "private");
  await join(ada, mint, bob, "viewer");
  const seat = identityOf(await aViewerToken(bob, mint, false));
  const ask = (path: string, method = "GET") =>
    bob.api.send(`/livestreams/${mint}${path}`, { method });
  expect((await ask("")).status).toBe(200);
  expect((await remove(ada, mint, seat, true)).status).toBe(200);
  for (const path of ["", "/chat", "/card", "/events"]) {
    expectProblem(await ask(path), 404, "livestream-not-found");
  }
  expectProblem(await ask("/viewer-pass", "POST"), 404, "livestream-not-found");
});

test("403: a banned account cannot return as a guest in the browser it is signed in with", async () => {
  const mint = await aLiveShow(ada);
  const invite = await anInvite(ada, mint);
  const { browser } = await signInByPage(bob);
  await remove(ada, mint, identityOf(await aViewerToken(bob, mint, false)), true);
  const body = { inviteToken: invite.token, guestName: "Bob" };
  expectProblem(await browser.call(roomAuth, { body }), 403, "banned");
});

test("200: a removed viewer's token is void; they can come back with a new one", async () => {
  const mint = await aLiveShow(ada);
  const token = await aViewerToken(bob, mint, false);
  await remove(ada, mint, identityOf(token));
  expect(await passesTheGate(token)).toBe(false);
  expect(await passesTheGate(await refreshed(token))).toBe(false);
  expect(await passesTheGate(await aViewerToken(bob, mint, false))).toBe(true);
});

test("404: a hidden viewer, who has no name for hosts, cannot be removed or banned", async () => {
  const mint = await aLiveShow(ada);
  const token = await aViewerToken(bob, mint, true);
  for (const ban of [false, true]) {
    expectProblem(await remove(ada, mint, identityOf(token), ban), 404, "participant-not-found");
  }
  expect(await ada.api.ok(listRestrictions, { params: { mint } })).toEqual({ restrictions: [] });
  expect(await passesTheGate(token)).toBe(true);
});

test("200: a ban covers the account: its other tokens, new ones, hidden ones and the chat", async () => {
  const mint = await aLiveShow(ada);
  const [seen, hidden] = [
    await aViewerToken(bob, mint, false),
    await aViewerToken(bob, mint, true),
  ];
  expect((await remove(ada, mint, identityOf(seen), true)).status).toBe(200);
  for (const token of [seen, hidden]) {
    expect(await passesTheGate(token)).toBe(false);
    expect(await passesTheGate(await refreshed(token))).toBe(false);
  }
  for (const word of ["true", "false"] as const) {
    const answer = await bob.api.call(participantToken, { query: { mint, hidden: word } });
    expectProblem(answer, 403, "banned");
  }
  const said = await bob.api.call(postChat, { params: { mint }, body: { text: "but" } });
  expectProblem(said, 403, "banned");
  const elsewhere = await aLiveShow(ada);
  expect(await passesTheGate(await aViewerToken(bob, elsewhere, true))).toBe(true);
});

test("403: a host cannot remove a host", async () => {
  const livestream = await aLivestream(ada);
  const { mint } = livestream;
  await join(ada, mint, bob, "host");
  const tokens = [await aHostToken(ada, livestream), await aHostToken(bob, livestream)];
  expectProblem(await remove(bob, mint, ada.id), 403, "not-allowed");
  expectProblem(await remove(ada, mint, bob.id), 403, "not-allowed");
  for (const token of tokens) expect(await passesTheGate(token)).toBe(true);
});

test("403: a viewer cannot remove anyone; 404: a private show, for a stranger", async () => {
  const open = await aLiveShow(ada);
  const closed = await aLiveShow(ada, "private");
  const guest = await aGuestWaiting(await anInvite(ada, closed));
  const viewer = identityOf(await aViewerToken(cleo, open, false));
  expectProblem(await remove(bob, open, viewer), 403, "not-allowed");
  expectProblem(await remove(bob, closed, guest.identity), 404, "livestream-not-found");
});

test("404: an identity of another show, and an unknown one", async () => {
  const mint = await aLiveShow(ada);
  const elsewhere = await aGuestWaiting(await anInvite(ada, await aLiveShow(ada)));
  for (const identity of [elsewhere.identity, "g_12345678"]) {
    expectProblem(await remove(ada, mint, identity), 404, "participant-not-found");
  }
  expect(await passesTheGate(elsewhere.token)).toBe(true);
});

for (const json of [
  {},
  { identity: "" },
  { identity: "bob" },
  { identity: "g_12345678", ban: "yes" },
]) {
  test(`400: ${JSON.stringify(json)}`, async () => {
    const mint = await aLiveShow(ada);
    const answer = await ada.api.send(`/livestreams/${mint}/removals`, { method: "POST", json });
    expectProblem(answer, 400, "invalid-request");
  });
}
