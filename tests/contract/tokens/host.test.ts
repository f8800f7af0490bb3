import { expect, test } from "vitest";
import { endLivestream, goLive, type Livestream } from "@/lib/contracts/livestreams";
import { hostToken } from "@/lib/contracts/tokens";
import { expectProblem } from "@/tests/support/api/expect-problem";
import { expectRoomToken } from "@/tests/support/api/expect-room-token";
import {
  aHostToken,
  aLiveShow,
  aLivestream,
  anAccount,
  join,
  type Person,
} from "@/tests/support/api/factories";
import { passesTheGate } from "@/tests/support/api/gate";
import { server } from "@/tests/support/api/server";
import { claimsOf, lifeSecondsOf } from "@/tests/support/api/tokens";

const [ada, bob] = await Promise.all([anAccount("Ada Lovelace"), anAccount("Bob")]);

const ask = (by: Person, { mint }: Pick<Livestream, "mint">, creator: string) =>
  by.api.call(hostToken, { query: { mint, creator } });

const hostGrants = (room: string) => ({
  room,
  roomJoin: true,
  roomAdmin: true,
  canPublish: true,
  canPublishSources: ["camera", "microphone", "screen_share", "screen_share_audio"],
  canSubscribe: true,
  canPublishData: true,
  canUpdateOwnMetadata: false,
  hidden: false,
});

test("200: publish camera, microphone and screen, run the room, always visible, for an hour", async () => {
  const livestream = { mint: await aLiveShow(ada), creator: ada };
  const token = expectRoomToken(await ask(ada, livestream, ada.id));
  expect(claimsOf(token)).toEqual({
    iss: server.livekitApiKey,
    sub: ada.id,
    name: "Ada Lovelace",
    nbf: expect.any(Number),
    exp: expect.any(Number),
    attributes: { role: "host", handle: ada.handle },
    video: hostGrants(livestream.mint),
  });
  expect(lifeSecondsOf(token)).toBe(3_600);
  expect(Math.abs(claimsOf(token).nbf - Date.now() / 1_000)).toBeLessThan(30);
});

test("200: before the show, hidden and without publishing: viewers wait in the same room", async () => {
  const livestream = await aLivestream(ada);
  const { video } = claimsOf(await aHostToken(ada, livestream));
  expect(video).toEqual({
    room: livestream.mint,
    roomJoin: true,
    canPublish: false,
    canSubscribe: true,
    canPublishData: false,
    canUpdateOwnMetadata: false,
    hidden: true,
  });
});

test("200: the creator can be named by id or by handle", async () => {
  const livestream = await aLivestream(ada);
  for (const creator of [ada.id, ada.handle, ada.handle.toUpperCase()]) {
    expect((await ask(ada, livestream, creator)).status).toBe(200);
  }
});

test("200: a co-host has the same grants under their own identity", async () => {
  const livestream = { mint: await aLiveShow(ada, "private"), creator: ada };
  await join(ada, livestream.mint, bob, "host");
  const claims = claimsOf(await aHostToken(bob, livestream));
  expect(claims).toMatchObject({ sub: bob.id, name: "Bob", video: hostGrants(livestream.mint) });
});

test("200: a reload returns to the same place, before and during the show; the earlier token is for the time before", async () => {
  const livestream = await aLivestream(ada);
  const before = await aHostToken(ada, livestream);
  await ada.api.ok(goLive, { params: { mint: livestream.mint } });
  const during = await aHostToken(ada, livestream);
  expect(claimsOf(during).sub).toBe(claimsOf(before).sub);
  expect(await passesTheGate(during)).toBe(true);
  expect(await passesTheGate(before)).toBe(false);
});

test("403: a viewer, no matter which creator they name", async () => {
  const open = await aLivestream(ada);
  const watched = await aLivestream(ada, { visibility: "private" });
  await join(ada, watched.mint, bob, "viewer");
  for (const livestream of [open, watched]) {
    for (const creator of [ada.id, bob.id]) {
      expectProblem(await ask(bob, livestream, creator), 403, "not-allowed");
    }
  }
});

test("404: a missing livestream and someone else's private one look the same", async () => {
  const closed = await aLivestream(ada, { visibility: "private" });
  const none = await ask(bob, { mint: "NoSuchShow123456" }, ada.id);
  expectProblem(none, 404, "livestream-not-found");
  expect((await ask(bob, closed, ada.id)).text).toBe(none.text);
});

test("404: the named creator has no livestream with this mint", async () => {
  const livestream = await aLivestream(ada);
  for (const creator of [bob.id, bob.handle, "nobody"]) {
    expectProblem(await ask(ada, livestream, creator), 404, "livestream-not-found");
  }
});

test("409: nobody can host an ended show", async () => {
  const livestream = await aLivestream(ada);
  await ada.api.ok(endLivestream, { params: { mint: livestream.mint } });
  expectProblem(await ask(ada, livestream, ada.id), 409, "livestream-ended");
});

const odd = {
  "no query at all": "",
  "no mint": "creator=ada",
  "no creator": "mint=NoSuchShow123456",
  "an empty creator": "mint=NoSuchShow123456&creator=",
  "an invalid mint": "mint=a%20b&creator=ada",
  "the mint twice": "mint=NoSuchShow123456&mint=NoSuchShow123457&creator=ada",
  "the creator twice": "mint=NoSuchShow123456&creator=ada&creator=bob",
  "lists as PHP writes them": "mint[]=NoSuchShow123456&creator[]=ada",
  "a creator with NUL": "mint=NoSuchShow123456&creator=%00",
  "an endless creator": `mint=NoSuchShow123456&creator=${"x".repeat(65)}`,
};
for (const [what, search] of Object.entries(odd)) {
  test(`400: ${what}`, async () => {
    const { mint } = await aLivestream(ada);
    const query = search.replace("NoSuchShow123456", mint);
    const answer = await ada.api.send(`/livestreams/livekit/token/host?${query}`);
    expectProblem(answer, 400, "invalid-request");
  });
}
