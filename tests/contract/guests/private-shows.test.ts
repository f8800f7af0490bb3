import { expect, test } from "vitest";
import { readChat } from "@/lib/contracts/chat";
import { readLivestream } from "@/lib/contracts/livestreams";
import { viewerPass } from "@/lib/contracts/tokens";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  admit,
  aGuestWaiting,
  aLiveShow,
  anAccount,
  anInvite,
  knockAgain,
} from "@/tests/support/api/factories";
import { passesTheGate } from "@/tests/support/api/gate";
import { claimsOf, identityOf, withGrants } from "@/tests/support/api/tokens";

const ada = await anAccount();
const mint = await aLiveShow(ada, "private");
const guest = await aGuestWaiting(await anInvite(ada, mint));

test("200: who waits for a private show waits in its lobby, and is given nothing there", async () => {
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

test("401 at the gate: the same guest at the stage's door, or with more in the lobby", async () => {
  const atTheStage = await withGrants(guest.token, { room: mint, canSubscribe: true });
  const hearing = await withGrants(guest.token, { canSubscribe: true });
  const twice = await withGrants(guest.token, { room: `${mint}~lobby~lobby` });
  expect(await passesTheGate(atTheStage)).toBe(false);
  expect(await passesTheGate(twice)).toBe(false);
  expect(await passesTheGate(hearing), "more than the seat's canSubscribe: false").toBe(false);
});

test("404: waiting opens neither the show nor its chat", async () => {
  const params = { mint };
  for (const endpoint of [readLivestream, viewerPass]) {
    expectProblem(await guest.browser.call(endpoint, { params }), 404, "livestream-not-found");
  }
  const chat = await guest.browser.call(readChat, { params, query: {} });
  expectProblem(chat, 404, "livestream-not-found");
});

test("200: admitted, the guest fetches the stage's token under the same identity", async () => {
  const other = await aGuestWaiting(await anInvite(ada, mint));
  await admit(ada, other);
  expect(await passesTheGate(other.token), "still in the lobby while it fetches").toBe(true);
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

test("401 at the gate: who was denied, in the lobby and on the stage", async () => {
  const other = await aGuestWaiting(await anInvite(ada, mint));
  await admit(ada, other, "deny");
  expect(await passesTheGate(other.token)).toBe(false);
  const room = { room: mint, canSubscribe: true };
  expect(await passesTheGate(await withGrants(other.token, room))).toBe(false);
});
