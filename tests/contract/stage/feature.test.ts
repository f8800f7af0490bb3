import { afterAll, expect, test } from "vitest";
import { addMember, endLivestream } from "@/lib/contracts/livestreams";
import { removeParticipant } from "@/lib/contracts/restrictions";
import { featureViewer, listFeatured, unfeatureViewer } from "@/lib/contracts/stage";
import { expectOnStage } from "@/tests/support/api/expect-on-stage";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aGuestWaiting,
  aHostToken,
  aLiveShow,
  anAccount,
  anInvite,
  aViewerToken,
  join,
  type Person,
} from "@/tests/support/api/factories";
import { passesTheGate } from "@/tests/support/api/gate";
import { server } from "@/tests/support/api/server";
import { connected, hangUpAll, inRoom } from "@/tests/support/api/signal";
import { claimsOf, identityOf, withGrants } from "@/tests/support/api/tokens";
import { aSweepMs, until } from "@/tests/support/api/until";
import { deliverEvent } from "@/tests/support/api/webhooks";

const [ada, bob, cleo] = await Promise.all([anAccount(), anAccount("Bob"), anAccount()]);
afterAll(hangUpAll);

const everything = ["camera", "microphone", "screen_share", "screen_share_audio"];
const feature = (by: Person, mint: string, identity: string) =>
  by.api.call(featureViewer, { params: { mint }, body: { identity } });
const unfeature = (by: Person, mint: string, identity: string) =>
  by.api.call(unfeatureViewer, { params: { mint, identity } });
const featuredIn = async (mint: string) =>
  (await ada.api.ok(listFeatured, { params: { mint } })).featured;

test("200: a visible viewer is on stage immediately, on their existing connection", async () => {
  const mint = await aLiveShow(ada);
  const token = await aViewerToken(bob, mint, false);
  const identity = identityOf(token);
  const signal = await connected(token);
  const before = await inRoom(mint, identity);
  expect((await feature(ada, mint, identity)).status).toBe(200);
  const after = await inRoom(mint, identity);
  expect(after?.sid).toBe(before?.sid);
  expectOnStage(after);
  expect(after?.attributes).toEqual({
    role: "viewer",
    handle: bob.handle,
    account: bob.id,
    seat: expect.any(String),
    gate: "stage",
    calledBy: ada.name,
  });
  const refreshed = await until("a refreshed token with the new grants", async () => {
    const newest = await signal.refreshedToken();
    return claimsOf(newest).video.canPublish ? newest : null;
  });
  expect(await passesTheGate(refreshed)).toBe(true);
  const account = { id: bob.id, handle: bob.handle, name: "Bob", picture: null };
  expect(await featuredIn(mint)).toEqual([{ account, identities: [], canPublishSources: null }]);
  // LiveKit reports this once media flows, and these connections have none.
  const participant = { identity, sid: after?.sid ?? "" };
  await deliverEvent({ event: "participant_joined", room: { name: mint }, participant });
  expect((await featuredIn(mint))[0]?.identities).toEqual([identity]);
});

test("200: featuring twice is the same, and a reload keeps the place under the new identity", async () => {
  const mint = await aLiveShow(ada);
  const first = await aViewerToken(bob, mint, false);
  for (let times = 0; times < 2; times++) {
    expect((await feature(ada, mint, identityOf(first))).status).toBe(200);
  }
  const { video, attributes } = claimsOf(await aViewerToken(bob, mint, false));
  expect(video).toMatchObject({ canPublish: true, canPublishSources: everything, hidden: false });
  expect(attributes).toEqual({
    role: "viewer",
    handle: bob.handle,
    account: bob.id,
    seat: expect.any(String),
    gate: "stage",
    calledBy: ada.name,
  });
  expect(await featuredIn(mint)).toHaveLength(1);
});

test("200: the account's hidden connection remains a hidden viewer", async () => {
  const mint = await aLiveShow(ada);
  const seen = await aViewerToken(bob, mint, false);
  await feature(ada, mint, identityOf(seen));
  const hidden = await aViewerToken(bob, mint, true);
  expect(claimsOf(hidden).video).toMatchObject({ hidden: true, canPublish: false });
  const wider = { canPublish: true, canPublishSources: ["camera"] };
  expect(await passesTheGate(hidden)).toBe(true);
  expect(await passesTheGate(await withGrants(hidden, wider))).toBe(false);
});

test("200: back in the audience on the same connection, with the stage token void", async () => {
  const mint = await aLiveShow(ada);
  const first = await aViewerToken(bob, mint, false);
  await feature(ada, mint, identityOf(first));
  const token = await aViewerToken(bob, mint, false);
  const identity = identityOf(token);
  await connected(token);
  const before = await inRoom(mint, identity);
  for (const subject of [identity, bob.id]) {
    const answer = await unfeature(ada, mint, subject);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ featured: [] });
  }
  const after = await inRoom(mint, identity);
  expect(after?.sid).toBe(before?.sid);
  expect(after?.permission).toMatchObject({ hidden: false, canPublish: false, canSubscribe: true });
  expect(after?.attributes).toEqual({
    ...{ role: "viewer", handle: bob.handle, account: bob.id },
    seat: expect.any(String),
  });
  expect(await passesTheGate(token)).toBe(false);
  expect(await passesTheGate(await aViewerToken(bob, mint, false))).toBe(true);
});

test("a sweep promotes a featured viewer who connected without the stage, and demotes one with a forged token", async () => {
  const mint = await aLiveShow(ada);
  const token = await aViewerToken(bob, mint, false);
  await feature(ada, mint, identityOf(token));
  await connected(token);
  await until(
    "the sweep has put them on stage",
    async () => (await inRoom(mint, identityOf(token)))?.permission?.canPublish,
    aSweepMs,
  );
  const cleos = await aViewerToken(cleo, mint, false);
  const forged = await withGrants(cleos, { canPublish: true, canPublishSources: everything });
  await connected(forged, { base: server.livekitUrl });
  await until(
    "the sweep has taken them off the stage",
    async () => (await inRoom(mint, identityOf(cleos)))?.permission?.canPublish === false,
    aSweepMs,
  );
});

test("200: a removed viewer loses the place, and returns as a viewer", async () => {
  const mint = await aLiveShow(ada);
  const token = await aViewerToken(bob, mint, false);
  await feature(ada, mint, identityOf(token));
  const body = { identity: identityOf(token) };
  await ada.api.ok(removeParticipant, { params: { mint }, body });
  expect(await featuredIn(mint)).toEqual([]);
  expect(claimsOf(await aViewerToken(bob, mint, false)).video.canPublish).toBe(false);
  expectProblem(await feature(ada, mint, identityOf(token)), 404, "participant-not-found");
});

test("200: a viewer whose role in the show changes loses the place", async () => {
  const mint = await aLiveShow(ada);
  const token = await aViewerToken(bob, mint, false);
  await feature(ada, mint, identityOf(token));
  const body = { handle: bob.handle, role: "viewer" as const };
  await ada.api.ok(addMember, { params: { mint }, body });
  expect(await featuredIn(mint)).toEqual([]);
});

test("404: hidden viewers, guests, hosts and unknown identities cannot be featured", async () => {
  const mint = await aLiveShow(ada);
  const hidden = await aViewerToken(bob, mint, true);
  const guest = await aGuestWaiting(await anInvite(ada, mint));
  await aHostToken(ada, { mint, creator: ada });
  const elsewhere = await aViewerToken(bob, await aLiveShow(ada), false);
  const tokens = [hidden, elsewhere].map(identityOf);
  for (const identity of [...tokens, guest.identity, ada.id, "v_nobody1234"]) {
    expectProblem(await feature(ada, mint, identity), 404, "participant-not-found");
  }
  expectProblem(await unfeature(ada, mint, "v_nobody1234"), 404, "participant-not-found");
  expect(await featuredIn(mint)).toEqual([]);
});

test("403: viewers cannot feature anyone, not even themselves; a co-host can", async () => {
  const mint = await aLiveShow(ada);
  const identity = identityOf(await aViewerToken(bob, mint, false));
  expectProblem(await feature(bob, mint, identity), 403, "not-allowed");
  expectProblem(await unfeature(bob, mint, cleo.id), 403, "not-allowed");
  expectProblem(await bob.api.call(listFeatured, { params: { mint } }), 403, "not-allowed");
  await join(ada, mint, cleo, "host");
  expect((await feature(cleo, mint, identity)).status).toBe(200);
});

test("404: a stranger cannot tell a private show's stage from a missing one", async () => {
  const mint = await aLiveShow(ada, "private");
  const none = await feature(bob, "NoSuchShow123456", "v_nobody1234");
  expectProblem(none, 404, "livestream-not-found");
  expect((await feature(bob, mint, "v_nobody1234")).text).toBe(none.text);
});

test("409: an ended show has no stage", async () => {
  const mint = await aLiveShow(ada);
  const identity = identityOf(await aViewerToken(bob, mint, false));
  await ada.api.ok(endLivestream, { params: { mint } });
  expectProblem(await feature(ada, mint, identity), 409, "livestream-ended");
});
