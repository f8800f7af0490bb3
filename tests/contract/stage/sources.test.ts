import { afterAll, expect, test } from "vitest";
import { allowSources, featureViewer, listFeatured, unfeatureViewer } from "@/lib/contracts/stage";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aGuestOnStage,
  aGuestWaiting,
  aHostToken,
  aLiveShow,
  anAccount,
  anInvite,
  aViewerToken,
  knockAgain,
  type Person,
} from "@/tests/support/api/factories";
import { passesTheGate } from "@/tests/support/api/gate";
import { server } from "@/tests/support/api/server";
import { connected, hangUpAll, inRoom } from "@/tests/support/api/signal";
import { claimsOf, identityOf } from "@/tests/support/api/tokens";
import { aSweepMs, until } from "@/tests/support/api/until";

const [ada, bob] = await Promise.all([anAccount(), anAccount()]);
afterAll(hangUpAll);

type Sources = ("camera" | "microphone" | "screen_share" | "screen_share_audio")[] | null;
const allow = (by: Person, mint: string, identity: string, canPublishSources: Sources) =>
  by.api.call(allowSources, { params: { mint, identity }, body: { canPublishSources } });
const permissionOf = async (mint: string, identity: string) =>
  (await inRoom(mint, identity))?.permission;

// LiveKit's TrackSource.
const camera = 1;

test("200: a guest on stage is limited to the camera, in LiveKit immediately, in new tokens and at the gate", async () => {
  const mint = await aLiveShow(ada);
  const guest = await aGuestOnStage(ada, await anInvite(ada, mint));
  const { identity, token } = guest;
  await connected(token);
  const answer = await allow(ada, mint, identity, ["camera"]);
  expect(answer.status).toBe(200);
  expect(answer.body).toEqual({ identity, canPublishSources: ["camera"] });
  expect(await permissionOf(mint, identity)).toMatchObject({
    canPublish: true,
    canPublishSources: [camera],
    canSubscribe: true,
    canPublishData: false,
    hidden: false,
    canUpdateMetadata: false,
  });
  expect(await passesTheGate(token)).toBe(false);
  const next = await knockAgain(guest);
  expect(claimsOf(next).video).toMatchObject({ canPublish: true, canPublishSources: ["camera"] });
  expect(await passesTheGate(next)).toBe(true);
  expect((await allow(ada, mint, identity, null)).status).toBe(200);
  expect(await passesTheGate(token)).toBe(true);
  expect((await permissionOf(mint, identity))?.canPublishSources).toHaveLength(4);
});

test("200: without any source, a guest is on stage but cannot publish", async () => {
  const mint = await aLiveShow(ada);
  const guest = await aGuestOnStage(ada, await anInvite(ada, mint));
  await connected(guest.token);
  await allow(ada, mint, guest.identity, []);
  const permission = await permissionOf(mint, guest.identity);
  expect(permission).toMatchObject({ canPublish: false, canPublishSources: [], hidden: false });
  const { video, attributes } = claimsOf(await knockAgain(guest));
  expect(video).toMatchObject({ canPublish: false, hidden: false });
  expect(attributes).toEqual({ role: "guest", gate: "stage" });
});

test("200: a featured viewer's limits survive a reload; the next time on stage starts without them", async () => {
  const mint = await aLiveShow(ada);
  const identity = identityOf(await aViewerToken(bob, mint, false));
  await ada.api.ok(featureViewer, { params: { mint }, body: { identity } });
  expect((await allow(ada, mint, identity, ["camera", "camera"])).status).toBe(200);
  const reloaded = await aViewerToken(bob, mint, false);
  expect(claimsOf(reloaded).video.canPublishSources).toEqual(["camera"]);
  const { featured } = await ada.api.ok(listFeatured, { params: { mint } });
  expect(featured[0]?.canPublishSources).toEqual(["camera"]);
  await ada.api.ok(unfeatureViewer, { params: { mint, identity: bob.id } });
  await ada.api.ok(featureViewer, { params: { mint }, body: { identity: identityOf(reloaded) } });
  expect(claimsOf(await aViewerToken(bob, mint, false)).video.canPublishSources).toHaveLength(4);
});

test("a sweep narrows the permissions of a guest who came past the gate with an older token", async () => {
  const mint = await aLiveShow(ada);
  const { identity, token } = await aGuestOnStage(ada, await anInvite(ada, mint));
  await allow(ada, mint, identity, ["camera"]);
  await connected(token, { base: server.livekitUrl });
  const narrowed = async () => {
    const sources = (await permissionOf(mint, identity))?.canPublishSources;
    return sources?.length === 1 && sources[0] === camera;
  };
  await until("the sweep has set the sources", narrowed, aSweepMs);
});

test("409: people who are not on stage, and hosts, who cannot be limited", async () => {
  const mint = await aLiveShow(ada);
  const waiting = await aGuestWaiting(await anInvite(ada, mint));
  const viewer = identityOf(await aViewerToken(bob, mint, false));
  await aHostToken(ada, { mint, creator: ada });
  for (const identity of [waiting.identity, viewer, ada.id]) {
    expectProblem(await allow(ada, mint, identity, ["camera"]), 409, "not-on-stage");
  }
});

test("403: a viewer; 404: an unknown identity, and a hidden viewer", async () => {
  const mint = await aLiveShow(ada);
  const { identity } = await aGuestOnStage(ada, await anInvite(ada, mint));
  expectProblem(await allow(bob, mint, identity, ["camera"]), 403, "not-allowed");
  const hidden = identityOf(await aViewerToken(bob, mint, true));
  for (const other of ["g_nobody1234", hidden]) {
    expectProblem(await allow(ada, mint, other, ["camera"]), 404, "participant-not-found");
  }
});

for (const json of [
  {},
  { canPublishSources: "camera" },
  { canPublishSources: ["unknown"] },
  { canPublishSources: [1] },
]) {
  test(`400: ${JSON.stringify(json)}`, async () => {
    const path = `/livestreams/NoSuchShow123456/participants/g_nobody1234`;
    expectProblem(await ada.api.send(path, { method: "PATCH", json }), 400, "invalid-request");
  });
}
