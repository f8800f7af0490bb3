import { expect, test } from "vitest";
import { endLivestream } from "@/lib/contracts/livestreams";
import { participantToken } from "@/lib/contracts/tokens";
import { expectProblem } from "@/tests/support/api/expect-problem";
import { expectRoomToken } from "@/tests/support/api/expect-room-token";
import {
  aLiveShow,
  aLivestream,
  anAccount,
  aViewerToken,
  join,
  type Person,
} from "@/tests/support/api/factories";
import { passesTheGate } from "@/tests/support/api/gate";
import { server } from "@/tests/support/api/server";
import { claimsOf, lifeSecondsOf } from "@/tests/support/api/tokens";

/** A JWE with a pre-shared key (RFC 7516): five parts, the second empty. */
const sealed = /^[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+$/;

const [ada, bob] = await Promise.all([anAccount("Ada"), anAccount("Bob")]);

const ask = (by: Person, mint: string, hidden: "true" | "false") =>
  by.api.call(participantToken, { query: { mint, hidden } });

const watching = (room: string, hidden: boolean) => ({
  room,
  roomJoin: true,
  canPublish: false,
  canSubscribe: true,
  canPublishData: false,
  canUpdateOwnMetadata: false,
  hidden,
});

test("200: hidden=false is visible in the audience and only subscribes, for ten minutes", async () => {
  const mint = await aLiveShow(ada);
  const token = expectRoomToken(await ask(bob, mint, "false"));
  expect(claimsOf(token)).toEqual({
    iss: server.livekitApiKey,
    sub: expect.stringMatching(/^v_[A-Za-z0-9]{22}$/),
    name: "Bob",
    nbf: expect.any(Number),
    exp: expect.any(Number),
    attributes: {
      ...{ role: "viewer", handle: bob.handle, account: bob.id },
      seat: expect.stringMatching(sealed),
    },
    video: watching(mint, false),
  });
  expect(lifeSecondsOf(token)).toBe(600);
});

test("200: hidden=true only subscribes, and identifies nobody to anyone", async () => {
  const mint = await aLiveShow(ada);
  const token = await aViewerToken(bob, mint, true);
  const claims = claimsOf(token);
  expect(claims.video).toEqual(watching(mint, true));
  // Only the server knows who asked.
  expect(claims.attributes).toEqual({ role: "viewer", seat: expect.stringMatching(sealed) });
  for (const word of [bob.id, bob.handle, bob.name, bob.email]) {
    expect(JSON.stringify(claims)).not.toContain(word);
  }
  expect(lifeSecondsOf(token)).toBe(600);
});

test("200: each token has a new identity, and each passes the gate", async () => {
  const mint = await aLiveShow(ada);
  const tokens = await Promise.all([
    aViewerToken(bob, mint, true),
    aViewerToken(bob, mint, false),
    aViewerToken(bob, mint, true),
    aViewerToken(ada, mint, true),
  ]);
  expect(new Set(tokens.map((token) => claimsOf(token).sub)).size).toBe(4);
  for (const token of tokens) expect(await passesTheGate(token)).toBe(true);
});

test("200: an unlisted show, for anyone; a private one, for those allowed to watch", async () => {
  const unlisted = await aLiveShow(ada, "unlisted");
  const closed = await aLiveShow(ada, "private");
  expect((await ask(bob, unlisted, "true")).status).toBe(200);
  expectProblem(await ask(bob, closed, "true"), 404, "livestream-not-found");
  await join(ada, closed, bob, "viewer");
  expect((await ask(bob, closed, "false")).status).toBe(200);
});

test("404: a private show looks like a missing one", async () => {
  const closed = await aLiveShow(ada, "private");
  const none = await ask(bob, "NoSuchShow123456", "true");
  expectProblem(none, 404, "livestream-not-found");
  expect((await ask(bob, closed, "true")).text).toBe(none.text);
});

test("409: before and after the show", async () => {
  const { mint } = await aLivestream(ada);
  expectProblem(await ask(bob, mint, "true"), 409, "livestream-not-live");
  await ada.api.ok(endLivestream, { params: { mint } });
  expectProblem(await ask(bob, mint, "true"), 409, "livestream-ended");
});

const odd = [
  "",
  "hidden=",
  "hidden",
  "hidden=TRUE",
  "hidden=True",
  "hidden=1",
  "hidden=0",
  "hidden=yes",
  "hidden=on",
  "hidden=true%20",
  "hidden=true&hidden=false",
  "hidden[]=true",
  "Hidden=true",
];
for (const search of odd) {
  test(`400: ?mint&${search}`, async () => {
    const path = `/livestreams/livekit/token/participant?mint=NoSuchShow123456&${search}`;
    const problem = expectProblem(await bob.api.send(path), 400, "invalid-request");
    expect(Object.keys(problem.errors ?? {})).toEqual([expect.stringContaining("hidden")]);
  });
}

for (const search of [
  "hidden=true",
  "hidden=true&mint=",
  "hidden=true&mint=a!",
  "hidden=true&mint=ab&mint=ab",
]) {
  test(`400: ?${search}`, async () => {
    const answer = await bob.api.send(`/livestreams/livekit/token/participant?${search}`);
    expectProblem(answer, 400, "invalid-request");
  });
}
