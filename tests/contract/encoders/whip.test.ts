import { afterAll, beforeAll, expect, test } from "vitest";
import { createApiKey } from "@/lib/contracts/accounts/api-keys";
import { Client } from "@/tests/support/api/client";
import { expectProblem } from "@/tests/support/api/expect-problem";
import { anAccount, type Person } from "@/tests/support/api/factories";
import { hangUpAll, inRoom } from "@/tests/support/api/signal";
import { signRoomToken } from "@/tests/support/api/tokens";
import {
  anEncoderIn,
  aShowWithKey,
  offerOf,
  publish,
  section,
  sessionOf,
} from "@/tests/support/api/whip";

let ada: Person;
beforeAll(async () => {
  ada = await anAccount("Ada Lovelace");
});
afterAll(hangUpAll);

test("201: LiveKit's answer, at a URL of ours that reveals nothing about it", async () => {
  const { mint, key, identity } = await aShowWithKey(ada);
  const answer = await publish(key);
  expect(answer.status, answer.text).toBe(201);
  expect(answer.headers.get("content-type")).toBe("application/sdp");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  for (const line of ["m=audio ", "m=video ", "a=candidate:"]) expect(answer.text).toContain(line);
  expect(sessionOf(answer)).toMatch(/^\/whip\/[A-Za-z0-9]{22}$/);
  expect(answer.headers.get("etag")).toMatch(/^"[\w+/]+"$/);
  // LiveKit names public STUN servers here.
  expect(answer.headers.get("link")).toBeNull();
  const { sid } = (await inRoom(mint, identity)) ?? {};
  expect([...answer.headers.values()].join()).not.toContain(sid);
});

test("201: the encoder has the creator's name, and publishes only camera and microphone", async () => {
  const { mint, key, identity } = await aShowWithKey(ada);
  await anEncoderIn({ mint }, { key, identity });
  const participant = await inRoom(mint, identity);
  expect(participant).toMatchObject({ name: "Ada Lovelace" });
  expect(participant?.attributes).toEqual({ role: "encoder", handle: ada.handle });
  expect(participant?.permission).toMatchObject({
    hidden: false,
    canPublish: true,
    // TrackSource: camera, microphone.
    canPublishSources: [1, 2],
    canSubscribe: false,
    canPublishData: false,
    canUpdateMetadata: false,
  });
});

test("201: no header of the encoder reaches LiveKit", async () => {
  const { mint, key, identity } = await aShowWithKey(ada);
  const tricks = {
    // LiveKit parses the first and would refuse; it trusts the second.
    "x-livekit-clientinfo": "{not json",
    "x-livekit-ingress": "1",
    "x-forwarded-host": "evil.example",
    origin: "https://encoder.example",
  };
  const answer = await publish(key, offerOf(), tricks);
  expect(answer.status, answer.text).toBe(201);
  expect(await inRoom(mint, identity)).toMatchObject({ kind: 0 });
});

test("401: no key, another kind of key, and a LiveKit token", async () => {
  const { mint, identity } = await aShowWithKey(ada);
  const apiKey = await ada.api.ok(createApiKey, { body: { name: "x", scopes: ["tokens"] } });
  const video = { room: mint, roomJoin: true, canPublish: true };
  const livekit = await signRoomToken({ sub: identity, video });
  for (const key of [null, "garbage", "stream_", apiKey.key, livekit, ada.api.bearer]) {
    const answer = await publish(key);
    expectProblem(answer, 401, "invalid-stream-key");
    expect(answer.headers.get("www-authenticate")).toBe("Bearer");
  }
  const { key } = await aShowWithKey(ada);
  const inAddress = await new Client().send(`/whip?access_token=${key}`, {
    method: "POST",
    raw: offerOf(),
    headers: { "content-type": "application/sdp" },
  });
  expectProblem(inAddress, 401, "invalid-stream-key");
});

test("400: an invalid offer, one that receives, or one with two pictures; nobody joins", async () => {
  const { mint, key, identity } = await aShowWithKey(ada);
  const [audio, video] = [section(0, "audio"), section(1, "video")];
  const offers = {
    "an empty offer": "",
    "no SDP": "hello",
    JSON: '{"type":"offer"}',
    "no media": offerOf([]),
    "a receiving offer": offerOf([section(0, "video", "recvonly")]),
    "two pictures": offerOf([audio, video, section(2, "video")]),
    "no fingerprint": offerOf().replaceAll(/a=fingerprint.*\r\n/g, ""),
    "no ICE": offerOf().replaceAll(/a=ice-ufrag.*\r\n/g, ""),
    "nonsense lines": `${offerOf()}nonsense\r\n`,
  };
  for (const [what, offer] of Object.entries(offers)) {
    const problem = expectProblem(await publish(key, offer), 400, "invalid-request");
    expect(problem.errors, what).toHaveProperty("body");
  }
  expect(await inRoom(mint, identity)).toBeUndefined();
});

test("413: more than 64 KiB; 415: another content type", async () => {
  const { key } = await aShowWithKey(ada);
  const large = `${offerOf()}${"a=x:y\r\n".repeat(10_000)}`;
  expectProblem(await publish(key, large), 413, "body-too-large");
  for (const type of ["application/json", "text/plain", "application/sdpx"]) {
    const answer = await publish(key, offerOf(), { "content-type": type });
    expectProblem(answer, 415, "unsupported-media-type");
  }
  const spelled = await publish(key, offerOf(), {
    "content-type": "Application/SDP; charset=utf-8",
  });
  expect(spelled.status).toBe(201);
});

test("429: an encoder that retries too often has to wait, others do not", async () => {
  const { key } = await aShowWithKey(ada);
  const other = await aShowWithKey(ada);
  for (let times = 0; times < 30; times++) {
    expect((await publish(key, offerOf())).status).toBe(201);
  }
  expectProblem(await publish(key), 429, "too-many-requests");
  expect((await publish(other.key)).status).toBe(201);
});

test("405: the endpoint cannot be read", async () => {
  const answer = await new Client().send("/whip");
  expectProblem(answer, 405, "method-not-allowed");
  expect(answer.headers.get("allow")).toBe("POST, OPTIONS");
});

test("Accept-Post and Accept-Patch name the accepted types where clients look for them (RFC 9725)", async () => {
  const { key } = await aShowWithKey(ada);
  const opened = await publish(key);
  const session = sessionOf(opened);
  const fragments = "application/trickle-ice-sdpfrag";
  expect(opened.headers.get("accept-patch")).toBe(fragments);
  const asking = { method: "OPTIONS" };
  const wrong = { method: "POST", raw: "{}", headers: { "content-type": "application/json" } };
  for (const sent of [asking, wrong, { method: "GET" }]) {
    const { status, headers } = await new Client(key).send("/whip", sent);
    expect([204, 405, 415]).toContain(status);
    expect(headers.get("accept-post")).toBe("application/sdp");
  }
  for (const sent of [asking, { ...wrong, method: "PATCH" }, { method: "GET" }]) {
    const { status, headers } = await new Client(key).send(session, sent);
    expect([204, 405, 415]).toContain(status);
    expect(headers.get("accept-patch")).toBe(fragments);
  }
});

test("204: pages of any site may publish because they send the key themselves; they can read refusals too", async () => {
  const foreign = { origin: "https://encoder.example", "sec-fetch-site": "cross-site" };
  const asked = await new Client().send("/whip", {
    method: "OPTIONS",
    headers: { ...foreign, "access-control-request-method": "POST" },
  });
  expect(asked.status).toBe(204);
  expect(asked.headers.get("access-control-allow-origin")).toBe("*");
  expect(asked.headers.get("access-control-allow-methods")).toBe("POST");
  expect(asked.headers.get("access-control-allow-headers")).toBe("Authorization, Content-Type");
  expect(asked.headers.get("access-control-allow-credentials")).toBeNull();
  const { key } = await aShowWithKey(ada);
  const answer = await publish(key, offerOf(), foreign);
  expect(answer.status).toBe(201);
  expect(answer.headers.get("access-control-expose-headers")).toMatch(/ETag.*Location/);
  const refused = await publish("garbage", offerOf(), foreign);
  expect(refused.headers.get("access-control-allow-origin")).toBe("*");
});
