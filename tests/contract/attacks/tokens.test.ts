import { gzipSync } from "node:zlib";
import { JoinRequest, WrappedJoinRequest, WrappedJoinRequest_Compression } from "@livekit/protocol";
import { afterAll, beforeAll, expect, test } from "vitest";
import { placeGuest } from "@/lib/contracts/backstage";
import { Client } from "@/tests/support/api/client";
import {
  aGuestOnStage,
  aLiveShow,
  anAccount,
  anInvite,
  aViewerToken,
  type Person,
} from "@/tests/support/api/factories";
import { passesTheGate } from "@/tests/support/api/gate";
import { hangUpAll, openSignal } from "@/tests/support/api/signal";
import { refreshed } from "@/tests/support/api/tokens";

let ada: Person;
let bob: Person;
beforeAll(async () => {
  [ada, bob] = await Promise.all([anAccount("Ada Lovelace"), anAccount("Bob")]);
});
afterAll(hangUpAll);

test("401: the stage token of a guest who was sent back to the waiting room", async () => {
  const mint = await aLiveShow(ada);
  const { token, identity } = await aGuestOnStage(ada, await anInvite(ada, mint));
  expect(await passesTheGate(token)).toBe(true);
  const body = { place: "waiting-room" as const };
  await ada.api.ok(placeGuest, { params: { mint, identity }, body });
  expect(await passesTheGate(token)).toBe(false);
  expect(await passesTheGate(await refreshed(token))).toBe(false);
});

test("401: two tokens in one URL, the first of them invalid", async () => {
  const mint = await aLiveShow(ada);
  const token = await aViewerToken(bob, mint, true);
  const two = `access_token=nonsense&access_token=${token}`;
  expect((await new Client().send(`/rtc/validate?${two}`)).status).toBe(401);
});

// LiveKit's newest clients send a join_request.
// Encoded for URLs and padded, as LiveKit reads it.
const base64 = (bytes: Uint8Array) =>
  Buffer.from(bytes).toString("base64").replaceAll("+", "-").replaceAll("/", "_");

test("401: a join_request with metadata or attributes; without them it connects", async () => {
  const mint = await aLiveShow(ada);
  const connect = async (wishes: Partial<JoinRequest>) => {
    const token = await aViewerToken(bob, mint, false);
    const wanted = new JoinRequest({ connectionSettings: { autoSubscribe: true }, ...wishes });
    const joinRequest = new WrappedJoinRequest({ joinRequest: wanted.toBinary() });
    const query = { join_request: base64(joinRequest.toBinary()) };
    return (await openSignal(token, { path: "/rtc/v1", query })).status;
  };
  expect(await connect({})).toBe(101);
  expect(await connect({ metadata: "mine" })).toBe(401);
  expect(await connect({ participantAttributes: { role: "host" } })).toBe(401);
});

test("a join_request that unpacks to a thousand times its size stops nothing", async () => {
  const mint = await aLiveShow(ada);
  const token = await aViewerToken(bob, mint, true);
  const compression = WrappedJoinRequest_Compression.GZIP;
  const bomb = new WrappedJoinRequest({
    compression,
    joinRequest: gzipSync(Buffer.alloc(8_000_000)),
  });
  const query = { join_request: base64(bomb.toBinary()) };
  const { status } = await openSignal(token, { path: "/rtc/v1", query });
  expect(status).not.toBe(101);
  expect((await new Client().send("/healthz")).status).toBe(200);
});
