import { expect, test } from "vitest";
import { createApiKey } from "@/lib/contracts/accounts/api-keys";
import { endLivestream, removeMember } from "@/lib/contracts/livestreams";
import { removeParticipant } from "@/lib/contracts/restrictions";
import { featureViewer } from "@/lib/contracts/stage";
import { type RoomToken, refreshToken, viewerPass } from "@/lib/contracts/tokens";
import { Client } from "@/tests/support/api/client";
import { expectProblem } from "@/tests/support/api/expect-problem";
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
} from "@/tests/support/api/factories";
import { passesTheGate } from "@/tests/support/api/gate";
import { claimsOf, identityOf, signRoomToken } from "@/tests/support/api/tokens";

const [ada, bob] = await Promise.all([anAccount(), anAccount()]);

const hour = 3_600;
const nobody = new Client();

/** The same token, as if it had expired `ago` seconds ago. */
function ended(token: string, ago: number): Promise<string> {
  const exp = Math.floor(Date.now() / 1_000) - ago;
  return signRoomToken({ ...claimsOf(token), nbf: exp - 600, exp });
}

const refresh = (by: Client, token: string) => by.call(refreshToken, { body: { token } });
const again = async (by: Client, token: string) =>
  (await by.ok(refreshToken, { body: { token } })).token;

test("200: host, viewer and featured viewer, with their session: same identity, current seat", async () => {
  const mint = await aLiveShow(ada);
  const host = await aHostToken(ada, { mint, creator: ada });
  for (const old of [host, await ended(host, 5 * hour), await ended(host, 23 * hour)]) {
    const token = await again(ada.api, old);
    expect(identityOf(token)).toBe(ada.id);
    expect(claimsOf(token).video).toEqual(claimsOf(host).video);
    expect(await passesTheGate(token)).toBe(true);
  }
  const viewer = await aViewerToken(bob, mint, false);
  const identity = identityOf(viewer);
  await ada.api.ok(featureViewer, { params: { mint }, body: { identity } });
  const onStage = claimsOf(await again(bob.api, await ended(viewer, hour)));
  expect(onStage.sub).toBe(identity);
  expect(onStage.video).toMatchObject({ canPublish: true, hidden: false });
  expect(onStage.attributes).toMatchObject({ gate: "stage" });
  const hidden = await aViewerToken(bob, mint, true);
  const refreshedHidden = claimsOf(await again(bob.api, await ended(hidden, hour)));
  expect(refreshedHidden).toMatchObject({ sub: identityOf(hidden), video: { hidden: true } });
});

test("200: an account's server, with its API key", async () => {
  const mint = await aLiveShow(ada);
  const body = { name: "A server", scopes: ["tokens" as const] };
  const { key } = await ada.api.ok(createApiKey, { body });
  const old = await ended(await aHostToken(ada, { mint, creator: ada }), hour);
  expect(identityOf(await again(new Client(key), old))).toBe(ada.id);
});

test("200: a guest with their cookie, from the waiting room to the stage, in private shows too", async () => {
  for (const visibility of ["public", "private"] as const) {
    const mint = await aLiveShow(ada, visibility);
    const guest = await aGuestWaiting(await anInvite(ada, mint));
    const old = await ended(guest.token, hour);
    const waiting = claimsOf(await again(guest.browser, old));
    expect(waiting).toMatchObject({ sub: guest.identity, video: claimsOf(guest.token).video });
    await admit(ada, guest);
    const onStage = await again(guest.browser, old);
    expect(claimsOf(onStage).video).toMatchObject({ room: mint, canPublish: true, hidden: false });
    expect(await passesTheGate(onStage)).toBe(true);
  }
});

test("200: an anonymous viewer's token is enough, since anyone could get such a pass", async () => {
  const mint = await aLiveShow(ada);
  const { pass } = await nobody.ok(viewerPass, { params: { mint } });
  const token = pass?.token ?? "";
  const next = await again(nobody, await ended(token, hour));
  expect(identityOf(next)).toBe(identityOf(token));
  expect(await passesTheGate(next)).toBe(true);
});

test("401 and 403: a leaked token alone cannot be refreshed", async () => {
  const mint = await aLiveShow(ada);
  const guest = await aGuestOnStage(ada, await anInvite(ada, mint));
  const leaked = [
    await aHostToken(ada, { mint, creator: ada }),
    await aViewerToken(ada, mint, true),
    await aViewerToken(ada, mint, false),
  ];
  for (const token of leaked) {
    expectProblem(await refresh(nobody, token), 401, "not-signed-in");
    expectProblem(await refresh(bob.api, token), 403, "not-allowed");
    expectProblem(await refresh(guest.browser, token), 401, "not-signed-in");
  }
  const other = await aGuestWaiting(guest.invite);
  for (const thief of [nobody, ada.api, bob.api, other.browser]) {
    expectProblem(await refresh(thief, guest.token), 403, "not-allowed");
  }
});

test("403: removed, banned, denied and dismissed people, and revoked tokens", async () => {
  const mint = await aLiveShow(ada);
  const invite = await anInvite(ada, mint);
  const remove = (identity: string, ban = false) =>
    ada.api.ok(removeParticipant, { params: { mint }, body: { identity, ban } });
  const denied = await aGuestWaiting(invite);
  await admit(ada, denied, "deny");
  expectProblem(await refresh(denied.browser, denied.token), 403, "guest-denied");
  const removed = await aGuestOnStage(ada, invite);
  await remove(removed.identity);
  expectProblem(await refresh(removed.browser, removed.token), 403, "guest-removed");
  await join(ada, mint, bob, "host");
  const cohost = await aHostToken(bob, { mint, creator: ada });
  await ada.api.ok(removeMember, { params: { mint, accountId: bob.id } });
  expectProblem(await refresh(bob.api, cohost), 403, "not-allowed");
  const viewer = await aViewerToken(bob, mint, false);
  const hidden = await aViewerToken(bob, mint, true);
  await remove(identityOf(viewer));
  expectProblem(await refresh(bob.api, viewer), 403, "not-allowed");
  expect((await refresh(bob.api, hidden)).status).toBe(200);
  await remove(identityOf(viewer), true);
  expectProblem(await refresh(bob.api, hidden), 403, "banned");
});

test("409: an ended show", async () => {
  const mint = await aLiveShow(ada);
  const token = await aHostToken(ada, { mint, creator: ada });
  await ada.api.ok(endLivestream, { params: { mint } });
  expectProblem(await refresh(ada.api, token), 409, "livestream-ended");
});

test("404: an identity without a row", async () => {
  const mint = await aLiveShow(ada);
  const token = await aViewerToken(bob, mint, true);
  const unknown = await signRoomToken({ ...claimsOf(token), sub: "v_nobody1234" });
  expectProblem(await refresh(bob.api, unknown), 404, "participant-not-found");
});

test("400: more than a day old, another key, not for a room, or not a token", async () => {
  const mint = await aLiveShow(ada);
  const token = await aHostToken(ada, { mint, creator: ada });
  const claims = claimsOf(token);
  const bad = [
    await ended(token, 25 * hour),
    await signRoomToken(claims, { secret: "another secret that is long enough for HS256" }),
    await signRoomToken({ ...claims, iss: "APIother" }),
    await signRoomToken({ ...claims, video: { room: mint, roomRecord: true } }),
    await signRoomToken({ ...claims, nbf: claims.nbf + hour, exp: claims.exp + hour }),
    ada.api.bearer ?? "",
    "garbage",
    "",
  ];
  for (const each of bad) {
    const answer = (await refresh(ada.api, each)) as { body: RoomToken } & Awaited<
      ReturnType<typeof refresh>
    >;
    expectProblem(answer, 400, "invalid-request");
  }
});
