import { expect, test } from "vitest";
import { admitAllGuests, leaveAsGuest, roomAuth } from "@/lib/contracts/guests";
import { Client } from "@/tests/support/api/client";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aGuestOnStage,
  aGuestWaiting,
  aLiveShow,
  aLivestream,
  anAccount,
  anInvite,
  type Guest,
  type Invite,
} from "@/tests/support/api/factories";

const ada = await anAccount();

const knock = ({ token }: Invite, browser = new Client()) =>
  browser.call(roomAuth, { body: { inviteToken: token, guestName: "Grace" } });

test("409: fifty guests can wait; another can knock once one has left", async () => {
  const { mint } = await aLivestream(ada);
  const invites = [await anInvite(ada, mint), await anInvite(ada, mint)];
  const guests: Guest[] = [];
  for (let n = 0; n < 49; n++) guests.push(await aGuestWaiting(invites[n % 2] as Invite));
  const [, second] = invites as [Invite, Invite];
  const rush = await Promise.all(Array.from({ length: 5 }, () => knock(second)));
  expect(rush.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
  expectProblem(await knock(second), 409, "waiting-room-full");
  const first = guests[0] as Guest;
  expect((await knock(first.invite, first.browser)).status).toBe(200);
  await first.browser.ok(leaveAsGuest, { body: { roomId: mint } });
  expect((await knock(second)).status).toBe(200);
  const { admitted } = await ada.api.ok(admitAllGuests, { body: { roomId: mint } });
  expect(admitted).toBe(50);
});

test("429: a link takes sixty knocks a minute; beyond that it turns away new guests only", async () => {
  const mint = await aLiveShow(ada);
  const invite = await anInvite(ada, mint);
  const onStage = await aGuestOnStage(ada, invite);
  const waiting = await aGuestWaiting(invite);
  const flood = await Promise.all(Array.from({ length: 70 }, () => knock(invite)));
  const refused = flood.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(0);
  for (const answer of refused) expectProblem(answer, 429, "too-many-requests");
  expect((await knock(await anInvite(ada, mint))).status).not.toBe(429);
  expect((await knock(invite, waiting.browser)).status, "a reload while waiting").toBe(200);
  expect((await knock(invite, onStage.browser)).status, "a reload on stage").toBe(200);
});
