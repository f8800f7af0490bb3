import { expect, test } from "vitest";
import { mutePerson, postChat } from "@/lib/contracts/chat";
import {
  admitGuest,
  guestState,
  leaveAsGuest,
  listWaiting,
  roomAuth,
} from "@/lib/contracts/guests";
import { revokeInvite } from "@/lib/contracts/invites";
import { endLivestream } from "@/lib/contracts/livestreams";
import { liftRestriction, listRestrictions, removeParticipant } from "@/lib/contracts/restrictions";
import { participantToken } from "@/lib/contracts/tokens";
import { limitKey, sql } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  admit,
  aGuestOnStage,
  aGuestWaiting,
  aLiveShow,
  anAccount,
  anInvite,
  aViewerToken,
  type Guest,
  join,
  knockAgain,
  type Person,
} from "@/tests/support/api/factories";
import { passesTheGate } from "@/tests/support/api/gate";
import { identityOf } from "@/tests/support/api/tokens";

const [ada, bob, cleo] = await Promise.all([anAccount("Ada"), anAccount("Bob"), anAccount()]);

const lift = (by: Person, mint: string, subject: string) =>
  by.api.call(liftRestriction, { params: { mint, subject } });
const remove = (by: Person, mint: string, identity: string, more: object = {}) =>
  by.api.ok(removeParticipant, { params: { mint }, body: { identity, ...more } });
const listed = async (by: Person, mint: string) =>
  (await by.api.ok(listRestrictions, { params: { mint } })).restrictions;
const stateOf = async ({ browser, invite }: Guest) =>
  (await browser.ok(guestState, { body: { inviteToken: invite.token } })).guest;

async function aDeniedGuest(wish: Parameters<typeof anInvite>[2] = {}) {
  const mint = await aLiveShow(ada);
  const guest = await aGuestWaiting(await anInvite(ada, mint, wish));
  await admit(ada, guest, "deny");
  return { mint, guest };
}

test("200: a denied guest waits again with their turn, under a new identity; the old token stays void", async () => {
  const { mint, guest } = await aDeniedGuest();
  const { body } = await lift(ada, mint, guest.identity);
  expect(body).toEqual({ lifted: true, identity: expect.stringMatching(/^g_/) });
  const now = await stateOf(guest);
  expect(now).toMatchObject({ status: "waiting", name: "Grace Hopper" });
  expect(now?.identity).not.toBe(guest.identity);
  const token = await knockAgain(guest);
  expect(identityOf(token)).toBe(now?.identity);
  expect(await passesTheGate(token)).toBe(true);
  expect(await passesTheGate(guest.token)).toBe(false);
  const { guests } = await ada.api.ok(listWaiting, { query: { roomId: mint } });
  expect(guests.map(({ identity, decidedBy }) => ({ identity, decidedBy }))).toEqual([
    { identity: now?.identity, decidedBy: null },
  ]);
  expect(await listed(ada, mint)).toEqual([]);
});

test("200: two hosts undo at once: the guest has one place, and both get the same response", async () => {
  const { mint, guest } = await aDeniedGuest();
  await join(ada, mint, bob, "host");
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, n) => lift(n % 2 ? ada : bob, mint, guest.identity)),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  const { guests } = await ada.api.ok(listWaiting, { query: { roomId: mint } });
  expect(guests).toHaveLength(1);
});

test("409: a stale undo does not reverse a later decision", async () => {
  const { mint, guest } = await aDeniedGuest();
  const { body } = await lift(ada, mint, guest.identity);
  const again = { ...guest, identity: (body as { identity: string }).identity };
  await admit(ada, again, "deny");
  expectProblem(await lift(ada, mint, guest.identity), 409, "already-decided");
  expect((await stateOf(guest))?.status).toBe("denied");
});

test("409: a guest who left was not denied, so there is nothing to undo", async () => {
  const mint = await aLiveShow(ada);
  const guest = await aGuestWaiting(await anInvite(ada, mint));
  await guest.browser.ok(leaveAsGuest, { body: { roomId: mint } });
  expectProblem(await lift(ada, mint, guest.identity), 409, "already-decided");
});

test("409: nothing is undone in a show that has ended", async () => {
  const { mint, guest } = await aDeniedGuest();
  await ada.api.ok(endLivestream, { params: { mint } });
  expectProblem(await lift(ada, mint, guest.identity), 409, "livestream-ended");
});

test("410: a denial cannot be undone once the link is revoked", async () => {
  const { mint, guest } = await aDeniedGuest();
  await ada.api.ok(revokeInvite, { body: { jti: guest.invite.jti } });
  expectProblem(await lift(ada, mint, guest.identity), 410, "invite-revoked");
  expect((await listed(ada, mint)).map(({ kind }) => kind)).toEqual(["denied"]);
});

test("200: a removed guest waits again instead of being on stage, and keeps a mute", async () => {
  const mint = await aLiveShow(ada);
  const guest = await aGuestOnStage(ada, await anInvite(ada, mint));
  await ada.api.send(`/livestreams/${mint}/mutes`, {
    method: "POST",
    json: { subject: guest.identity },
  });
  await remove(ada, mint, guest.identity);
  expect(await listed(ada, mint)).toMatchObject([
    { kind: "removed", subject: guest.identity, name: "Grace Hopper", createdBy: "Ada" },
  ]);
  const { body } = await lift(ada, mint, guest.identity);
  const { identity } = body as { identity: string };
  expect(await stateOf(guest)).toMatchObject({ identity, status: "waiting" });
  await admit(ada, { ...guest, identity });
  const said = await guest.browser.call(postChat, { params: { mint }, body: { text: "hello" } });
  expectProblem(said, 403, "muted");
  expect(await passesTheGate(guest.token)).toBe(false);
});

test("200: a lifted ban lets a guest's browser wait again; it is listed once, with its reason", async () => {
  const mint = await aLiveShow(ada);
  const guest = await aGuestOnStage(ada, await anInvite(ada, mint));
  await remove(ada, mint, guest.identity, { ban: true, reason: "Spam" });
  expect(await listed(ada, mint)).toMatchObject([
    { kind: "ban", subject: guest.identity, reason: "Spam", createdBy: "Ada", endsAt: null },
  ]);
  expect((await lift(ada, mint, guest.identity)).status).toBe(200);
  expect(await listed(ada, mint)).toEqual([]);
  expect(await passesTheGate(await knockAgain(guest))).toBe(true);
});

test("200: a lifted ban lets an account watch again; earlier tokens stay void", async () => {
  const mint = await aLiveShow(ada);
  const token = await aViewerToken(bob, mint, false);
  await remove(ada, mint, identityOf(token), { ban: true });
  const [entry] = await listed(ada, mint);
  expect(entry).toMatchObject({ kind: "ban", subject: bob.id, name: "Bob" });
  // By the identity that was banned, as from the toast, and by the account, as from the list.
  for (const subject of [identityOf(token), bob.id]) {
    expect((await lift(ada, mint, subject)).body).toEqual({ lifted: true, identity: null });
    expect(await passesTheGate(await aViewerToken(bob, mint, false))).toBe(true);
    await remove(ada, mint, identityOf(token), { ban: true });
  }
  await lift(ada, mint, bob.id);
  expect(await passesTheGate(token)).toBe(false);
});

test("200 after its end: a temporary ban expires", async () => {
  const mint = await aLiveShow(ada);
  const seat = identityOf(await aViewerToken(bob, mint, false));
  await remove(ada, mint, seat, { ban: true, banSeconds: 3_600 });
  const watch = () => bob.api.call(participantToken, { query: { mint, hidden: "true" } });
  expectProblem(await watch(), 403, "banned");
  const [entry] = await listed(ada, mint);
  expect(Date.parse(entry?.endsAt ?? "")).toBeGreaterThan(Date.now() + 3_500_000);
  await sql("update restrictions set ends_at = now() where mint = $1", [mint]);
  expect((await watch()).status).toBe(200);
  expect(await listed(ada, mint)).toEqual([]);
});

test("200 after its end: a guest with a temporary ban can knock with the same link; a removal holds", async () => {
  const mint = await aLiveShow(ada);
  const guest = await aGuestOnStage(ada, await anInvite(ada, mint));
  const knock = () =>
    guest.browser.call(roomAuth, {
      body: { inviteToken: guest.invite.token, guestName: "Grace" },
    });
  await remove(ada, mint, guest.identity, { ban: true, banSeconds: 3_600 });
  expectProblem(await knock(), 403, "banned");
  await sql("update restrictions set ends_at = now() where mint = $1", [mint]);
  expect(await stateOf(guest)).toBeNull();
  expect(await listed(ada, mint)).toEqual([]);
  expect((await knock()).status).toBe(200);
  const now = await stateOf(guest);
  expect(now?.status).toBe("waiting");
  await remove(ada, mint, now?.identity ?? "none");
  expectProblem(await knock(), 403, "guest-removed");
  expect((await stateOf(guest))?.status).toBe("removed");
});

test("200: a guest who waits again is found although the browser knocked with another link since", async () => {
  const { mint, guest } = await aDeniedGuest();
  const second = await anInvite(ada, mint);
  const body = { inviteToken: second.token, guestName: "Grace again" };
  await guest.browser.ok(roomAuth, { body });
  await guest.browser.ok(leaveAsGuest, { body: { roomId: mint } });
  const answer = (await lift(ada, mint, guest.identity)).body as { identity: string };
  expect(await stateOf(guest)).toMatchObject({ identity: answer.identity, status: "waiting" });
  await admit(ada, { ...guest, identity: answer.identity });
  const said = await guest.browser.call(postChat, { params: { mint }, body: { text: "hello" } });
  expect(said.status).toBe(201);
});

test("429: too many decisions by one account", async () => {
  const host = await anAccount();
  const mint = await aLiveShow(host);
  const guest = await aGuestWaiting(await anInvite(host, mint));
  await sql("insert into rate_limits (key, points, expire) values ($1, 300, $2)", [
    limitKey("decision", host.id),
    Date.now() + 60_000,
  ]);
  const params = { mint };
  const body = { roomId: mint, guestIdentity: guest.identity, action: "deny" as const };
  for (const answer of [
    await host.api.call(admitGuest, { body }),
    await host.api.call(removeParticipant, { params, body: { identity: guest.identity } }),
    await host.api.call(mutePerson, { params, body: { subject: guest.identity } }),
    await lift(host, mint, guest.identity),
  ]) {
    expectProblem(answer, 429, "too-many-requests");
  }
  expect((await stateOf(guest))?.status).toBe("waiting");
});

test("403: only hosts can undo a removal; admins of the invite can also undo a denial", async () => {
  const { mint, guest } = await aDeniedGuest({ allowAll: true });
  expectProblem(await lift(cleo, mint, guest.identity), 403, "not-allowed");
  await ada.api.send(`/organizations/${ada.handle}/members`, {
    method: "PUT",
    json: { handle: cleo.handle, role: "admin" },
  });
  const { status, body } = await lift(cleo, mint, guest.identity);
  expect(status).toBe(200);
  const { identity } = body as { identity: string };
  await remove(ada, mint, identity);
  expectProblem(await lift(cleo, mint, identity), 403, "not-allowed");
  const list = await cleo.api.call(listRestrictions, { params: { mint } });
  expectProblem(list, 403, "not-allowed");
  await join(ada, mint, bob, "host");
  expect((await lift(bob, mint, identity)).status).toBe(200);
});

test("404: another host’s guest, an unknown person, and a private show without access", async () => {
  const { guest } = await aDeniedGuest();
  const mint = await aLiveShow(bob);
  for (const subject of [guest.identity, "g_12345678", cleo.id]) {
    expectProblem(await lift(bob, mint, subject), 404, "participant-not-found");
  }
  const closed = await aLiveShow(ada, "private");
  expectProblem(await lift(bob, closed, guest.identity), 404, "livestream-not-found");
});

test("200: an undone guest is admitted in a private show with a token for the stage", async () => {
  const mint = await aLiveShow(ada, "private");
  const guest = await aGuestWaiting(await anInvite(ada, mint));
  await admit(ada, guest, "deny");
  const { body } = await lift(ada, mint, guest.identity);
  const { identity } = body as { identity: string };
  const decision = { roomId: mint, guestIdentity: identity, action: "admit" as const };
  await ada.api.ok(admitGuest, { body: decision });
  expect(await passesTheGate(await knockAgain(guest))).toBe(true);
});
