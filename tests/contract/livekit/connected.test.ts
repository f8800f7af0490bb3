import { afterAll, expect, test } from "vitest";
import { leaveAsGuest } from "@/lib/contracts/guests";
import { revokeInvite } from "@/lib/contracts/invites";
import { endLivestream, removeMember } from "@/lib/contracts/livestreams";
import { removeParticipant } from "@/lib/contracts/restrictions";
import { withoutSweep } from "@/tests/support/api/database";
import { expectOnStage } from "@/tests/support/api/expect-on-stage";
import {
  admit,
  aGuestOnStage,
  aGuestWaiting,
  aHostToken,
  aLiveShow,
  anAccount,
  anInvite,
  aViewerToken,
  join,
  knockAgain,
} from "@/tests/support/api/factories";
import { passesTheGate } from "@/tests/support/api/gate";
import { server } from "@/tests/support/api/server";
import {
  connected,
  hangUpAll,
  inRoom,
  participantsOf,
  type Signal,
} from "@/tests/support/api/signal";
import { claimsOf, identityOf, signRoomToken } from "@/tests/support/api/tokens";
import { aSweepMs, until } from "@/tests/support/api/until";

const [ada, bob] = await Promise.all([anAccount(), anAccount()]);
afterAll(hangUpAll);

async function isClosed({ closed }: Signal, withinMs = 5_000): Promise<void> {
  let over = false;
  void closed.then(() => {
    over = true;
  });
  await until("the server closes the connection", () => over, withinMs);
}

test("admit: one call makes the waiting guest visible, publishing and marked as on stage", async () => {
  const mint = await aLiveShow(ada);
  const guest = await aGuestWaiting(await anInvite(ada, mint));
  await connected(guest.token);
  const before = await inRoom(mint, guest.identity);
  expect(before?.permission).toMatchObject({ hidden: true, canPublish: false, canSubscribe: true });
  await admit(ada, guest);
  const after = await inRoom(mint, guest.identity);
  expect(after?.sid).toBe(before?.sid);
  expectOnStage(after);
  expect(after?.attributes).toEqual({ role: "guest", gate: "stage" });
});

test("a token of an admitted guest that LiveKit refreshed is valid until the guest is removed", async () => {
  const mint = await aLiveShow(ada);
  const guest = await aGuestWaiting(await anInvite(ada, mint));
  const signal = await connected(guest.token);
  await admit(ada, guest);
  const token = await until("a token with the new grants", async () => {
    const newest = await signal.refreshedToken();
    return claimsOf(newest).video.canPublish ? newest : null;
  });
  expect(identityOf(token)).toBe(guest.identity);
  expect(await passesTheGate(token)).toBe(true);
  const body = { identity: guest.identity };
  await ada.api.ok(removeParticipant, { params: { mint }, body });
  await isClosed(signal);
  expect(await passesTheGate(token)).toBe(false);
});

test("tokens of viewers and hosts that LiveKit refreshed are valid too", async () => {
  const mint = await aLiveShow(ada);
  const host = await aHostToken(ada, { mint, creator: ada });
  const first = [host, await aViewerToken(bob, mint, true), await aViewerToken(bob, mint, false)];
  for (const token of first) {
    const refreshed = await (await connected(token)).refreshedToken();
    expect(refreshed).not.toBe(token);
    expect(await passesTheGate(refreshed)).toBe(true);
  }
});

test("private: an admitted guest is notified in the lobby and enters the stage with a new token", async () => {
  const mint = await aLiveShow(ada, "private");
  const guest = await aGuestWaiting(await anInvite(ada, mint));
  const lobby = await connected(guest.token);
  await admit(ada, guest);
  const waiting = await inRoom(`${mint}~lobby`, guest.identity);
  expect(waiting?.attributes).toMatchObject({ gate: "stage" });
  expect(waiting?.permission).toMatchObject({ hidden: true, canPublish: false });
  await connected(await knockAgain(guest));
  const onStage = await inRoom(mint, guest.identity);
  expect(onStage?.permission).toMatchObject({ hidden: false, canPublish: true });
  lobby.hangUp();
});

for (const visibility of ["public", "private"] as const) {
  test(`${visibility}: denying a guest or revoking the invite closes the guest's connection`, async () => {
    const mint = await aLiveShow(ada, visibility);
    const invite = await anInvite(ada, mint);
    const [denied, revoked] = [await aGuestWaiting(invite), await aGuestWaiting(invite)];
    const signals = [await connected(denied.token), await connected(revoked.token)] as const;
    await admit(ada, denied, "deny");
    await isClosed(signals[0]);
    await ada.api.ok(revokeInvite, { body: { jti: invite.jti } });
    await isClosed(signals[1]);
  });

  test(`${visibility}: a guest who leaves is off the stage immediately, not at the next sweep`, () =>
    withoutSweep(async () => {
      const mint = await aLiveShow(ada, visibility);
      const guest = await aGuestOnStage(ada, await anInvite(ada, mint));
      const signal = await connected(guest.token);
      await guest.browser.ok(leaveAsGuest, { body: { roomId: mint } });
      await isClosed(signal);
    }));

  test(`${visibility}: ending the show closes every connection`, async () => {
    const mint = await aLiveShow(ada, visibility);
    const invite = await anInvite(ada, mint);
    const signals = [
      await connected(await aHostToken(ada, { mint, creator: ada })),
      await connected(await aViewerToken(ada, mint, true)),
      await connected((await aGuestWaiting(invite)).token),
      await connected((await aGuestOnStage(ada, invite)).token),
    ];
    await ada.api.ok(endLivestream, { params: { mint } });
    for (const signal of signals) await isClosed(signal);
  });
}

test("a dismissed co-host and a removed viewer are disconnected", async () => {
  const mint = await aLiveShow(ada);
  await join(ada, mint, bob, "host");
  const cohost = await connected(await aHostToken(bob, { mint, creator: ada }));
  await ada.api.ok(removeMember, { params: { mint, accountId: bob.id } });
  await isClosed(cohost);
  const token = await aViewerToken(bob, mint, false);
  const viewer = await connected(token);
  const body = { identity: identityOf(token) };
  await ada.api.ok(removeParticipant, { params: { mint }, body });
  await isClosed(viewer);
});

test("anyone who got into LiveKit past the gate is removed by the next sweep", async () => {
  const mint = await aLiveShow(ada);
  const claims = claimsOf(await aViewerToken(bob, mint, true));
  const unknown = await signRoomToken({ ...claims, sub: "v_nobody1234" });
  const banned = await aViewerToken(bob, mint, true);
  const seen = await aViewerToken(bob, mint, false);
  const body = { identity: identityOf(seen), ban: true };
  await ada.api.ok(removeParticipant, { params: { mint }, body });
  const inside = await connected(await aViewerToken(ada, mint, true));
  const past = { base: server.livekitUrl };
  const intruders = [await connected(unknown, past), await connected(banned, past)];
  for (const intruder of intruders) await isClosed(intruder, aSweepMs);
  expect(await participantsOf(mint)).toHaveLength(1);
  inside.hangUp();
});
