import { TokenSource } from "livekit-client";
import { afterAll, expect, test } from "vitest";
import {
  endLivestream,
  goLive,
  removeMember,
  removeParticipant,
} from "@/lib/contracts/livestreams";
import { featureViewer } from "@/lib/contracts/stage";
import { ownToken, type RoomToken } from "@/lib/contracts/tokens";
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
import { connected, hangUpAll, participantsOf } from "@/tests/support/api/signal";
import { claimsOf, refreshed } from "@/tests/support/api/tokens";

const [ada, bob] = await Promise.all([anAccount("Ada Lovelace"), anAccount("Bob")]);
afterAll(hangUpAll);

const ask = (by: Person, room: string, userId = by.id) =>
  by.api.call(ownToken, { body: { userId, room } });
const tokenOf = async (by: Person, room: string) => ((await ask(by, room)).body as RoomToken).token;

const watching = {
  roomJoin: true,
  canPublish: false,
  canSubscribe: true,
  canPublishData: false,
  canUpdateOwnMetadata: false,
  hidden: false,
};

test("200: anyone allowed to watch is a visible viewer, identified by their account", async () => {
  const room = await aLiveShow(ada);
  const token = expectRoomToken(await ask(bob, room));
  expect(claimsOf(token)).toMatchObject({
    sub: bob.id,
    name: "Bob",
    attributes: { role: "viewer", handle: bob.handle },
    video: { room, ...watching },
  });
  expect(await passesTheGate(token)).toBe(true);
});

test("200: the recipe's Python client sends a query, its Node client JSON; by id or handle", async () => {
  const room = await aLiveShow(ada);
  const byQuery = (query: Record<string, string>) =>
    bob.api.send(`/livekit/token?${new URLSearchParams(query)}`, { method: "POST" });
  const byJson = (json: object) => bob.api.send("/livekit/token", { method: "POST", json });
  const answers = [
    await byQuery({ user_id: bob.id, room }),
    await byQuery({ user_id: bob.handle.toUpperCase(), room }),
    await byJson({ userId: bob.id, room }),
    await byJson({ user_id: bob.handle, room, canPublish: true, roomAdmin: true }),
    await bob.api.send(`/livekit/token?room=${room}`, { method: "POST", json: { userId: bob.id } }),
  ];
  for (const { status, body } of answers) {
    expect(status).toBe(200);
    const { sub, video } = claimsOf((body as RoomToken).token);
    expect(sub).toBe(bob.id);
    expect(video).toEqual({ room, ...watching });
  }
});

test("200: creator and co-host are hosts, before the show too", async () => {
  const livestream = await aLivestream(ada, { visibility: "private" });
  await join(ada, livestream.mint, bob, "host");
  for (const host of [ada, bob]) {
    const claims = claimsOf(await tokenOf(host, livestream.mint));
    const official = claimsOf(await aHostToken(host, livestream));
    expect(claims).toEqual({ ...official, nbf: expect.any(Number), exp: expect.any(Number) });
  }
});

test("200: an account's row follows it from viewer to host and back, and old tokens are void", async () => {
  const room = await aLiveShow(ada);
  const asViewer = await tokenOf(bob, room);
  await join(ada, room, bob, "host");
  const asHost = await tokenOf(bob, room);
  expect(claimsOf(asHost).video.roomAdmin).toBe(true);
  expect(await passesTheGate(asHost)).toBe(true);
  expect(await passesTheGate(asViewer)).toBe(true);
  await ada.api.ok(removeMember, { params: { mint: room, accountId: bob.id } });
  for (const token of [asHost, asViewer]) expect(await passesTheGate(token)).toBe(false);
  const again = await tokenOf(bob, room);
  expect(claimsOf(again).video).toEqual({ room, ...watching });
  expect(await passesTheGate(again)).toBe(true);
  for (const token of [asHost, asViewer]) expect(await passesTheGate(token)).toBe(false);
  expect(await passesTheGate(await refreshed(asHost))).toBe(false);
});

test("200: a token issued in the second in which older ones were voided is valid, and they are not", async () => {
  const room = await aLiveShow(ada);
  const body = { identity: bob.id };
  for (let times = 0; times < 3; times++) {
    const older = await tokenOf(bob, room);
    await ada.api.ok(removeParticipant, { params: { mint: room }, body });
    const newer = await tokenOf(bob, room);
    expect(await passesTheGate(newer)).toBe(true);
    expect(await passesTheGate(older)).toBe(false);
    expect(claimsOf(newer).exp - claimsOf(newer).nbf).toBe(600);
    await connected(newer);
    expect((await participantsOf(room)).map(({ identity }) => identity)).toContain(bob.id);
  }
});

test("200: a featured viewer's token under this identity is for the stage too", async () => {
  const room = await aLiveShow(ada);
  await tokenOf(bob, room);
  await ada.api.ok(featureViewer, { params: { mint: room }, body: { identity: bob.id } });
  const { video, attributes } = claimsOf(await tokenOf(bob, room));
  expect(video).toMatchObject({ canPublish: true, hidden: false });
  expect(attributes).toMatchObject({ role: "viewer", gate: "stage" });
});

test("403: another account's identity, a private room and a missing one get the same answer", async () => {
  const open = await aLiveShow(ada);
  const closed = await aLiveShow(ada, "private");
  const other = await ask(bob, open, ada.id);
  expectProblem(other, 403, "not-allowed");
  for (const room of [closed, "NoSuchShow123456", "my-room", `${open}~lobby`]) {
    expect((await ask(bob, room)).text).toBe(other.text);
  }
  expect((await ask(bob, open, ada.handle)).text).toBe(other.text);
});

test("403: a banned account; 409: before and after the show", async () => {
  const room = await aLiveShow(ada);
  await tokenOf(bob, room);
  const body = { identity: bob.id, ban: true };
  await ada.api.ok(removeParticipant, { params: { mint: room }, body });
  expectProblem(await ask(bob, room), 403, "banned");
  const { mint } = await aLivestream(ada);
  expectProblem(await ask(bob, mint), 409, "livestream-not-live");
  await ada.api.ok(goLive, { params: { mint } });
  await ada.api.ok(endLivestream, { params: { mint } });
  expectProblem(await ask(bob, mint), 409, "livestream-ended");
  expectProblem(await ask(ada, mint), 409, "livestream-ended");
});

const room = "NoSuchShow123456";
for (const [query, json] of [
  ["", undefined],
  ["", {}],
  ["", { userId: "ada" }],
  ["", { room }],
  ["", { userId: 7, room }],
  ["", { userId: "ada", room: "" }],
  ["", { participant_identity: "ada" }],
  ["", { room_name: 7 }],
  ["?room=a&room=b", { userId: "ada" }],
  ["?room=a", { userId: "ada", room: "b" }],
  ["?user_id=ada&userId=bob", { room }],
] as const) {
  test(`400: ${query} ${JSON.stringify(json)}`, async () => {
    const answer = await bob.api.send(`/livekit/token${query}`, { method: "POST", json });
    expectProblem(answer, 400, "invalid-request");
  });
}

/** LiveKit's own client library, with this server as its endpoint. */
const kit = (by: Person) =>
  TokenSource.endpoint(`${server.url}/livekit/token`, {
    headers: { Authorization: `Bearer ${by.api.bearer}` },
  });

test("200: livekit-client's TokenSource gets what it expects, whatever options it sends", async () => {
  const roomName = await aLiveShow(ada);
  const details = await kit(bob).fetch({
    roomName,
    participantIdentity: bob.handle,
    participantName: "Ada Lovelace",
    participantMetadata: '{"role":"host"}',
    participantAttributes: { role: "host", gate: "stage" },
    agentName: "spy",
    agentMetadata: "{}",
  });
  expect(details.serverUrl).toBe(server.url.replace(/^http/, "ws"));
  const claims = claimsOf(details.participantToken);
  expect(claims).toEqual({
    iss: server.livekitApiKey,
    sub: bob.id,
    name: "Bob",
    nbf: expect.any(Number),
    exp: expect.any(Number),
    attributes: { role: "viewer", handle: bob.handle, account: bob.id },
    video: { room: roomName, ...watching },
  });
  const plain = await kit(ada).fetch({ roomName });
  expect(claimsOf(plain.participantToken)).toMatchObject({
    sub: ada.id,
    video: { roomAdmin: true },
  });
});

test("403: TokenSource with another account's identity; 400: without a room", async () => {
  const roomName = await aLiveShow(ada);
  const other = kit(bob).fetch({ roomName, participantIdentity: ada.id });
  await expect(other).rejects.toThrow(/received 403/);
  await expect(kit(bob).fetch({ participantIdentity: bob.id })).rejects.toThrow(/received 400/);
  await expect(kit(bob).fetch({})).rejects.toThrow(/received 400/);
});
