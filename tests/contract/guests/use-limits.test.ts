import { expect, test } from "vitest";
import {
  admitAllGuests,
  guestState,
  leaveAsGuest,
  listWaiting,
  roomAuth,
} from "@/lib/contracts/guests";
import { createInvite, listInvites } from "@/lib/contracts/invites";
import { Client } from "@/tests/support/api/client";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  admit,
  aGuestWaiting,
  aLiveShow,
  anAccount,
  anInvite,
  type Invite,
  knockAgain,
} from "@/tests/support/api/factories";
import { identityOf } from "@/tests/support/api/tokens";

const ada = await anAccount();
const mint = await aLiveShow(ada);

const knock = ({ token }: Invite, browser = new Client()) =>
  browser.call(roomAuth, { body: { inviteToken: token, guestName: "Grace" } });
const stateOf = async ({ token }: Invite, browser = new Client()) =>
  (await browser.ok(guestState, { body: { inviteToken: token } })).invite;

test("410: a new knock past the limit, whatever became of the earlier ones", async () => {
  const invite = await anInvite(ada, mint, { maxUses: 2 });
  await admit(ada, await aGuestWaiting(invite), "deny");
  await aGuestWaiting(invite);
  expectProblem(await knock(invite), 410, "invite-used-up");
});

test("410: of ten simultaneous knocks with a link for three, three get in", async () => {
  const invite = await anInvite(ada, mint, { maxUses: 3 });
  const answers = await Promise.all(Array.from({ length: 10 }, () => knock(invite)));
  const statuses = answers.map(({ status }) => status).sort();
  expect(statuses).toEqual([200, 200, 200, ...Array(7).fill(410)]);
});

test("200: ten simultaneous knocks from a browser that had left take one place, and admit all counts one", async () => {
  const show = await aLiveShow(ada);
  const elsewhere = await aLiveShow(ada);
  await aGuestWaiting(await anInvite(ada, elsewhere));
  const invite = await anInvite(ada, show, { maxUses: 1 });
  const { browser } = await aGuestWaiting(invite);
  await browser.ok(leaveAsGuest, { body: { roomId: show } });
  const answers = await Promise.all(Array.from({ length: 10 }, () => knock(invite, browser)));
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
  const identities = answers.map(({ body }) =>
    identityOf((body as { livekitToken: string }).livekitToken),
  );
  expect(new Set(identities).size).toBe(1);
  const { guests } = await ada.api.ok(listWaiting, { query: { roomId: show } });
  expect(guests).toHaveLength(1);
  const { admitted } = await ada.api.ok(admitAllGuests, { body: { roomId: show } });
  expect(admitted).toBe(1);
  expectProblem(await knock(invite), 410, "invite-used-up");
});

test("403: a guest denied on one link cannot use it again after waiting with another", async () => {
  const [first, second] = [await anInvite(ada, mint), await anInvite(ada, mint)];
  const guest = await aGuestWaiting(first);
  await admit(ada, guest, "deny");
  expect((await knock(second, guest.browser)).status).toBe(200);
  await guest.browser.ok(leaveAsGuest, { body: { roomId: mint } });
  expectProblem(await knock(first, guest.browser), 403, "guest-denied");
});

test("200: guests keep their place, waiting and on stage, when the link is used up", async () => {
  const invite = await anInvite(ada, mint, { maxUses: 1 });
  const guest = await aGuestWaiting(invite);
  expect((await knock(invite, guest.browser)).status).toBe(200);
  await admit(ada, guest);
  await knockAgain(guest);
  expect(await stateOf(invite, guest.browser)).toBe("valid");
});

test("200: a guest who left returns with the same link without using it twice", async () => {
  const invite = await anInvite(ada, mint, { maxUses: 1 });
  const { browser } = await aGuestWaiting(invite);
  await browser.ok(leaveAsGuest, { body: { roomId: mint } });
  expect(await stateOf(invite, browser)).toBe("valid");
  expect((await knock(invite, browser)).status).toBe(200);
  const { invites } = await ada.api.ok(listInvites, { query: { roomId: mint } });
  expect(invites.find(({ jti }) => jti === invite.jti)).toMatchObject({ guests: 1, maxUses: 1 });
});

test("403: a denied guest learns that they were denied, not that the link is used up", async () => {
  const invite = await anInvite(ada, mint, { maxUses: 1 });
  const guest = await aGuestWaiting(invite);
  await admit(ada, guest, "deny");
  expectProblem(await knock(invite, guest.browser), 403, "guest-denied");
});

test("a used-up link says so to a browser without a guest; a link without a limit never does", async () => {
  const limited = await anInvite(ada, mint, { maxUses: 1 });
  const open = await anInvite(ada, mint);
  expect(await stateOf(limited)).toBe("valid");
  await aGuestWaiting(limited);
  await aGuestWaiting(open);
  expect(await stateOf(limited)).toBe("used-up");
  expect(await stateOf(open)).toBe("valid");
});

test("410: a place from one link is not a use of another, which stays used up", async () => {
  const [one, other] = [await anInvite(ada, mint), await anInvite(ada, mint, { maxUses: 1 })];
  await aGuestWaiting(other);
  const guest = await aGuestWaiting(one);
  expect((await knock(other, guest.browser)).status, "the place counts, not the link").toBe(200);
  await guest.browser.ok(leaveAsGuest, { body: { roomId: mint } });
  expectProblem(await knock(other, guest.browser), 410, "invite-used-up");
});

test("200: the list shows each link's limit", async () => {
  const limited = await anInvite(ada, mint, { maxUses: 25 });
  const open = await anInvite(ada, mint);
  const { invites } = await ada.api.ok(listInvites, { query: { roomId: mint } });
  const limits = new Map(invites.map(({ jti, maxUses }) => [jti, maxUses]));
  expect([limits.get(limited.jti), limits.get(open.jti)]).toEqual([25, null]);
});

test("400: an invalid limit", async () => {
  for (const maxUses of [0, -1, 1.5, 1_001, "5", null]) {
    const json = { orgId: ada.handle, roomId: mint, durationSeconds: 60, maxUses };
    const answer = await ada.api.send(createInvite.path, { method: "POST", json });
    expectProblem(answer, 400, "invalid-request");
  }
});
