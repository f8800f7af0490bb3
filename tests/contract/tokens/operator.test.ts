import { afterAll, expect, test } from "vitest";
import { createApiKey } from "@/lib/contracts/accounts/api-keys";
import { endLivestream } from "@/lib/contracts/livestreams";
import { removeParticipant } from "@/lib/contracts/restrictions";
import { allowSources } from "@/lib/contracts/stage";
import { agentToken, refreshToken, serviceToken } from "@/lib/contracts/tokens";
import { Client } from "@/tests/support/api/client";
import { sql } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import { aLiveShow, aLivestream, anAccount, type Person } from "@/tests/support/api/factories";
import { passesTheGate } from "@/tests/support/api/gate";
import { server } from "@/tests/support/api/server";
import { connected, hangUpAll, inRoom } from "@/tests/support/api/signal";
import {
  claimsOf,
  identityOf,
  lifeSecondsOf,
  signRoomToken,
  withGrants,
} from "@/tests/support/api/tokens";
import { until } from "@/tests/support/api/until";

const [ada, operator] = await Promise.all([anAccount(), anAccount()]);
await sql("update accounts set role = 'admin' where id = $1", [operator.id]);
const made = await operator.api.ok(createApiKey, {
  body: { name: "Workers", scopes: ["operator"] },
});
const key = new Client(made.key);
afterAll(hangUpAll);

const anAgent = async (room: string, more: { name?: string; metadata?: string } = {}) =>
  (await key.ok(agentToken, { body: { room, ...more } })).token;
// LiveKit's ParticipantInfo.Kind.
const agentKind = 4;

test("200: with an operator key, an agent's token: agent grant and kind, for one room", async () => {
  const { mint: room } = await aLivestream(ada, { visibility: "private" });
  const token = await anAgent(room, { name: "Captions", metadata: '{"job":1}' });
  expect(claimsOf(token)).toEqual({
    iss: server.livekitApiKey,
    sub: expect.stringMatching(/^a_\w{22}$/),
    name: "Captions",
    kind: "agent",
    metadata: '{"job":1}',
    nbf: expect.any(Number),
    exp: expect.any(Number),
    attributes: { role: "agent" },
    video: {
      room,
      roomJoin: true,
      agent: true,
      canPublish: true,
      canPublishSources: ["camera", "microphone"],
      canSubscribe: true,
      canPublishData: true,
      canUpdateOwnMetadata: true,
      hidden: false,
    },
  });
  expect(lifeSecondsOf(token)).toBe(600);
  expect(await passesTheGate(token)).toBe(true);
  expect(identityOf(await anAgent(room))).not.toBe(identityOf(token));
});

test("LiveKit lists it as an agent, the sweep keeps it, and its refreshed token is valid", async () => {
  const room = await aLiveShow(ada);
  const token = await anAgent(room);
  const signal = await connected(token);
  const claims = claimsOf(token);
  const unknown = await signRoomToken({ ...claims, sub: "a_nobody1234" });
  const intruder = await connected(unknown, { base: server.livekitUrl });
  const present = await inRoom(room, claims.sub);
  expect(present?.kind).toBe(agentKind);
  expect(present?.metadata).toBe("");
  await intruder.closed;
  expect(await inRoom(room, claims.sub)).toMatchObject({ sid: present?.sid });
  expect(await passesTheGate(await signal.refreshedToken())).toBe(true);
});

test("401 at the gate: an agent's token with more grants, for another room, or of another kind", async () => {
  const room = await aLiveShow(ada);
  const token = await anAgent(room);
  const elsewhere = await aLiveShow(ada);
  const forged = [
    await withGrants(token, { room: elsewhere }),
    await withGrants(token, { roomAdmin: true }),
    await withGrants(token, { canPublishSources: ["screen_share"] }),
    await withGrants(token, { hidden: true }),
    await signRoomToken({ ...claimsOf(token), kind: "standard" }),
  ];
  for (const each of forged) expect(await passesTheGate(each)).toBe(false);
  expect(await passesTheGate(token)).toBe(true);
});

test("a host can remove an agent like anyone, but not limit it; its token cannot be refreshed through the API", async () => {
  const room = await aLiveShow(ada);
  const token = await anAgent(room);
  const identity = identityOf(token);
  const signal = await connected(token);
  const narrowed = { params: { mint: room, identity }, body: { canPublishSources: [] } };
  expectProblem(await ada.api.call(allowSources, narrowed), 409, "not-on-stage");
  const refreshed = await operator.api.call(refreshToken, { body: { token } });
  expectProblem(refreshed, 403, "not-allowed");
  await ada.api.ok(removeParticipant, { params: { mint: room }, body: { identity } });
  await signal.closed;
  expect(await passesTheGate(token)).toBe(false);
  await until("it is gone", async () => !(await inRoom(room, identity)));
});

test("403: an account that is not an operator, a key without the scope, and a former operator's key", async () => {
  const room = await aLiveShow(ada);
  const keyOf = async (owner: Person, scope: "tokens" | "operator") => {
    const body = { name: "k", scopes: [scope] };
    return new Client((await owner.api.ok(createApiKey, { body })).key);
  };
  const calls = (by: Client) => [
    by.call(agentToken, { body: { room } }),
    by.call(serviceToken, { body: { role: "rooms" as const } }),
  ];
  for (const answer of await Promise.all(calls(ada.api))) expectProblem(answer, 403, "not-allowed");
  for (const answer of await Promise.all(calls(await keyOf(operator, "tokens")))) {
    expectProblem(answer, 403, "missing-scope");
  }
  const former = await anAccount();
  await sql("update accounts set role = 'admin' where id = $1", [former.id]);
  const formers = await keyOf(former, "operator");
  await sql("update accounts set role = 'user' where id = $1", [former.id]);
  for (const answer of await Promise.all(calls(formers))) expectProblem(answer, 403, "not-allowed");
});

test("404: an agent or a recorder for a missing room; 409: for an ended show", async () => {
  const { mint } = await aLivestream(ada);
  await ada.api.ok(endLivestream, { params: { mint } });
  const role = "recorder" as const;
  for (const room of ["NoSuchShow123456", "my-room"]) {
    expectProblem(await key.call(agentToken, { body: { room } }), 404, "livestream-not-found");
    const recorder = await key.call(serviceToken, { body: { role, room } });
    expectProblem(recorder, 404, "livestream-not-found");
  }
  expectProblem(await key.call(agentToken, { body: { room: mint } }), 409, "livestream-ended");
  expectProblem(await key.call(serviceToken, { body: { role, room: mint } }), 409);
});

test("400: a recorder without a room, and an unknown role", async () => {
  for (const json of [{ role: "recorder" }, { role: "host" }, {}]) {
    const answer = await key.send("/livekit/token/service", { method: "POST", json });
    expectProblem(answer, 400, "invalid-request");
  }
});

const service = async (role: "recorder" | "ingress" | "rooms" | "telephony", room?: string) =>
  (await key.ok(serviceToken, { body: { role, room } })).token;

test("200: a service's token grants one thing for ten minutes, and joins no room", async () => {
  const room = await aLiveShow(ada);
  const said = {
    recorder: { video: { roomRecord: true, room } },
    ingress: { video: { ingressAdmin: true } },
    rooms: { video: { roomCreate: true, roomList: true } },
    telephony: { sip: { admin: true, call: true } },
  };
  for (const role of ["recorder", "ingress", "rooms", "telephony"] as const) {
    const token = await service(role, room);
    const life = { nbf: expect.any(Number), exp: expect.any(Number) };
    const claims = { iss: server.livekitApiKey, sub: role, ...life, ...said[role] };
    expect(claimsOf(token)).toEqual(claims);
    expect(lifeSecondsOf(token)).toBe(600);
    expect(await passesTheGate(token)).toBe(false);
  }
});

/** Calls LiveKit's server API directly. */
const twirp = async (token: string, method: string, body: object) => {
  const response = await fetch(`${server.livekitUrl}/twirp/livekit.${method}`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  return response.status;
};

test("LiveKit accepts each token for its own purpose only", async () => {
  const room = await aLiveShow(ada);
  const rooms = await service("rooms");
  expect(await twirp(rooms, "RoomService/ListRooms", {})).toBe(200);
  expect(await twirp(rooms, "RoomService/ListParticipants", { room })).toBe(401);
  const others = [
    await service("recorder", room),
    await service("ingress"),
    await service("telephony"),
    await anAgent(room),
  ];
  for (const token of others) {
    expect(await twirp(token, "RoomService/ListRooms", {})).toBe(401);
    expect(await twirp(token, "RoomService/DeleteRoom", { room })).toBe(401);
    expect(await twirp(token, "RoomService/ListParticipants", { room })).toBe(401);
  }
});
