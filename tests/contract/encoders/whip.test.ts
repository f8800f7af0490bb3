import { afterAll, beforeAll, expect, test } from "vitest";
import { createApiKey } from "@/lib/contracts/api-keys";
import { goLive } from "@/lib/contracts/livestreams";
import { listStreamKeys } from "@/lib/contracts/stream-keys";
import { refreshToken } from "@/lib/contracts/tokens";
import { Client } from "@/tests/support/api/client";
import { sql, withoutSweep } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aGuestWaiting,
  aLiveShow,
  aLivestream,
  anAccount,
  anInvite,
  type Person,
} from "@/tests/support/api/factories";
import { passesTheGate } from "@/tests/support/api/gate";
import { server } from "@/tests/support/api/server";
import { connected, hangUpAll, participantsOf } from "@/tests/support/api/signal";
import { identityOf, signRoomToken } from "@/tests/support/api/tokens";
import { until } from "@/tests/support/api/until";
import { deliverEvent } from "@/tests/support/api/webhooks";
import {
  anEncoderIn,
  aStreamKey,
  encoderIn,
  hangUp,
  isGone,
  offerOf,
  patch,
  publish,
  restart,
  section,
  sessionOf,
} from "@/tests/support/api/whip";

let ada: Person;
beforeAll(async () => {
  ada = await anAccount("Ada Lovelace");
});
afterAll(hangUpAll);

/** A show on air with a stream key. */
async function aShow() {
  const mint = await aLiveShow(ada);
  return { mint, ...(await aStreamKey(ada, mint)) };
}

test("201: LiveKit's answer, at an address of ours that says nothing of it", async () => {
  const { mint, key, identity } = await aShow();
  const answer = await publish(key);
  expect(answer.status, answer.text).toBe(201);
  expect(answer.headers.get("content-type")).toBe("application/sdp");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  for (const line of ["m=audio ", "m=video ", "a=candidate:"]) expect(answer.text).toContain(line);
  expect(sessionOf(answer)).toMatch(/^\/whip\/[A-Za-z0-9]{22}$/);
  expect(answer.headers.get("etag")).toMatch(/^"[\w+/]+"$/);
  // LiveKit would name public STUN servers.
  expect(answer.headers.get("link")).toBeNull();
  const { sid } = (await encoderIn(mint, identity)) ?? {};
  expect([...answer.headers.values()].join()).not.toContain(sid);
});

test("201: the encoder has the creator's name, publishes picture and sound and nothing else", async () => {
  const { mint, key, identity } = await aShow();
  await anEncoderIn({ mint }, { key, identity });
  const participant = await encoderIn(mint, identity);
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
  const { mint, key, identity } = await aShow();
  const tricks = {
    // LiveKit parses the first and would refuse; it believes the second.
    "x-livekit-clientinfo": "{not json",
    "x-livekit-ingress": "1",
    "x-forwarded-host": "evil.example",
    origin: "https://encoder.example",
  };
  const answer = await publish(key, offerOf(), tricks);
  expect(answer.status, answer.text).toBe(201);
  expect(await encoderIn(mint, identity)).toMatchObject({ kind: 0 });
});

test("201: before the show the encoder stands ready, and who waits does not see what it sends", () =>
  withoutSweep(async () => {
    const { mint } = await aLivestream(ada);
    const made = await aStreamKey(ada, mint);
    const guest = await aGuestWaiting(await anInvite(ada, mint));
    await connected(guest.token);
    await anEncoderIn({ mint }, made);
    const waiting = async () => encoderIn(mint, guest.identity);
    const { permission, sid } = (await waiting()) ?? {};
    expect(permission).toMatchObject({ hidden: true, canSubscribe: false, canPublish: false });
    // LiveKit says so once media stands, which this connection has none of.
    await sql("update participants set sid = $1 where identity = $2", [sid, guest.identity]);
    await ada.api.ok(goLive, { params: { mint } });
    const seeing = await until("the guest sees the show", async () => {
      const found = await waiting();
      return found?.permission?.canSubscribe ? found : null;
    });
    expect(seeing.sid).toBe(sid);
    expect(seeing.permission).toMatchObject({ hidden: true, canPublish: false });
    expect(await encoderIn(mint, made.identity)).toBeDefined();
  }));

test("201: the newest session of a key is the one; the one before is no more", async () => {
  const { mint, key, identity } = await aShow();
  const first = await anEncoderIn({ mint }, { key, identity });
  const second = await publish(key);
  expect(second.status).toBe(201);
  await until("LiveKit has replaced it", async () => {
    const found = await encoderIn(mint, identity);
    return found !== undefined && found.sid !== first.sid;
  });
  const late = await patch(key, first.session, undefined, { "if-match": first.etag });
  expectProblem(late, 404, "encoder-session-not-found");
  expectProblem(await hangUp(key, first.session), 404, "encoder-session-not-found");
  // The one before says goodbye late, and means itself.
  const participant = { identity, sid: first.sid };
  await deliverEvent({ event: "participant_left", room: { name: mint }, participant });
  expect((await hangUp(key, sessionOf(second))).status).toBe(200);
});

test("401: no key, another kind of key, and a token of LiveKit", async () => {
  const { mint, identity } = await aShow();
  const apiKey = await ada.api.ok(createApiKey, { body: { name: "x", scopes: ["tokens"] } });
  const video = { room: mint, roomJoin: true, canPublish: true };
  const livekit = await signRoomToken({ sub: identity, video });
  for (const key of [null, "garbage", "stream_", apiKey.key, livekit, ada.api.bearer]) {
    const answer = await publish(key);
    expectProblem(answer, 401, "invalid-stream-key");
    expect(answer.headers.get("www-authenticate")).toBe("Bearer");
  }
  const { key } = await aShow();
  const inAddress = await new Client().send(`/whip?access_token=${key}`, {
    method: "POST",
    raw: offerOf(),
    headers: { "content-type": "application/sdp" },
  });
  expectProblem(inAddress, 401, "invalid-stream-key");
});

test("400: what is no offer, receives, or brings more than one picture; nobody joins by it", async () => {
  const { mint, key, identity } = await aShow();
  const [audio, video] = [section(0, "audio"), section(1, "video")];
  const offers = {
    "an empty one": "",
    "no SDP": "hello",
    JSON: '{"type":"offer"}',
    "no media": offerOf([]),
    "one that receives": offerOf([section(0, "video", "recvonly")]),
    "two pictures": offerOf([audio, video, section(2, "video")]),
    "no fingerprint": offerOf().replaceAll(/a=fingerprint.*\r\n/g, ""),
    "no ICE": offerOf().replaceAll(/a=ice-ufrag.*\r\n/g, ""),
    "lines that are none": `${offerOf()}nonsense\r\n`,
  };
  for (const [what, offer] of Object.entries(offers)) {
    const problem = expectProblem(await publish(key, offer), 400, "invalid-request");
    expect(problem.errors, what).toHaveProperty("body");
  }
  expect(await encoderIn(mint, identity)).toBeUndefined();
});

test("413: more than 64 KiB; 415: another type", async () => {
  const { key } = await aShow();
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

test("429: an encoder that tries again and again waits, and others do not", async () => {
  const { key } = await aShow();
  const other = await aShow();
  for (let times = 0; times < 30; times++) {
    expect((await publish(key, offerOf())).status).toBe(201);
  }
  expectProblem(await publish(key), 429, "too-many-requests");
  expect((await publish(other.key)).status).toBe(201);
});

test("204: candidates with the session's ETag; 200: a restart, with that of the new ICE session", async () => {
  const { mint, key, identity } = await aShow();
  const { session, etag } = await anEncoderIn({ mint }, { key, identity });
  for (const ifMatch of [etag, etag.replaceAll('"', "")]) {
    const answer = await patch(key, session, undefined, { "if-match": ifMatch });
    expect(answer.status, answer.text).toBe(204);
    expect(answer.text).toBe("");
  }
  const restarted = await patch(key, session, restart, { "if-match": "*" });
  expect(restarted.status, restarted.text).toBe(200);
  expect(restarted.headers.get("content-type")).toBe("application/trickle-ice-sdpfrag");
  expect(restarted.text).toMatch(/a=ice-ufrag:/);
  expect(restarted.headers.get("etag")).toMatch(/^"[\w+/]+"$/);
});

test("412: another ETag; 428: none; 400, 413 and 415: a fragment that is none", async () => {
  const { mint, key, identity } = await aShow();
  const { session, etag } = await anEncoderIn({ mint }, { key, identity });
  const to = (body: string, headers: Record<string, string>) => patch(key, session, body, headers);
  expectProblem(await patch(key, session), 428, "precondition-required");
  for (const wrong of ['"other"', `${etag}x`]) {
    const answer = await patch(key, session, undefined, { "if-match": wrong });
    expectProblem(answer, 412, "precondition-failed");
  }
  expectProblem(await to("", { "if-match": etag }), 400, "invalid-request");
  expectProblem(await to("nonsense", { "if-match": etag }), 400, "invalid-request");
  const large = "a=x:y\r\n".repeat(10_000);
  expectProblem(await to(large, { "if-match": etag }), 413, "body-too-large");
  const typed = { "if-match": etag, "content-type": "application/sdp" };
  expectProblem(await to("a=x:y\r\n", typed), 415, "unsupported-media-type");
});

test("200: an encoder that says goodbye is gone; 404: there is nothing more to end", async () => {
  const { mint, key, identity } = await aShow();
  const { session } = await anEncoderIn({ mint }, { key, identity });
  const answer = await hangUp(key, session);
  expect(answer.status).toBe(200);
  expect(answer.body).toEqual({ ended: true });
  await isGone(mint, identity);
  expectProblem(await hangUp(key, session), 404, "encoder-session-not-found");
  expect((await publish(key)).status).toBe(201);
});

test("404: another key's session cannot be told from none, and goes on", async () => {
  const { mint, key, identity } = await aShow();
  const { session, etag } = await anEncoderIn({ mint }, { key, identity });
  const none = await hangUp(key, "/whip/NoSuchSession12345");
  expectProblem(none, 404, "encoder-session-not-found");
  for (const other of [await aStreamKey(ada, mint, "second"), await aShow()]) {
    expect((await hangUp(other.key, session)).text).toBe(none.text);
    const touched = await patch(other.key, session, undefined, { "if-match": etag });
    expect(touched.text).toBe(none.text);
  }
  const still = await patch(key, session, undefined, { "if-match": etag });
  expect(still.status).toBe(204);
});

test("405: there is nothing to read here", async () => {
  const answer = await new Client().send("/whip");
  expectProblem(answer, 405, "method-not-allowed");
  expect(answer.headers.get("allow")).toBe("POST, OPTIONS");
});

test("204: pages of any site may send, for they bring the key themselves; refusals too are readable", async () => {
  const foreign = { origin: "https://encoder.example", "sec-fetch-site": "cross-site" };
  const asked = await new Client().send("/whip", {
    method: "OPTIONS",
    headers: { ...foreign, "access-control-request-method": "POST" },
  });
  expect(asked.status).toBe(204);
  expect(asked.headers.get("access-control-allow-origin")).toBe("*");
  expect(asked.headers.get("access-control-allow-methods")).toBe("POST, OPTIONS");
  expect(asked.headers.get("access-control-allow-headers")).toMatch(/Authorization.*If-Match/);
  expect(asked.headers.get("access-control-allow-credentials")).toBeNull();
  const { key } = await aShow();
  const answer = await publish(key, offerOf(), foreign);
  expect(answer.status).toBe(201);
  expect(answer.headers.get("access-control-expose-headers")).toMatch(/Location.*ETag/);
  const refused = await publish("garbage", offerOf(), foreign);
  expect(refused.headers.get("access-control-allow-origin")).toBe("*");
  const elsewhere = await new Client().send("/livestreams");
  expect(elsewhere.headers.get("access-control-allow-origin")).toBeNull();
});

test("presence: connected while LiveKit says so, the creator counts as here; a lost line ends the session", () =>
  withoutSweep(async () => {
    const { mint, id, key, identity } = await aShow();
    const { session, sid } = await anEncoderIn({ mint }, { key, identity });
    const isConnected = async () =>
      (await ada.api.ok(listStreamKeys, { params: { mint } })).streamKeys.find(
        (each) => each.id === id,
      )?.connected;
    expect(await isConnected()).toBe(false);
    await sql("update livestreams set host_seen_at = now() - interval '1 hour' where mint = $1", [
      mint,
    ]);
    const room = { name: mint };
    const participant = { identity, sid };
    await deliverEvent({ event: "participant_joined", room, participant });
    expect(await isConnected()).toBe(true);
    const [row] = await sql<{ seen: boolean }>(
      "select host_seen_at > now() - interval '1 minute' as seen from livestreams where mint = $1",
      [mint],
    );
    expect(row?.seen).toBe(true);
    await deliverEvent({ event: "participant_left", room, participant });
    expect(await isConnected()).toBe(false);
    expectProblem(await hangUp(key, session), 404, "encoder-session-not-found");
  }));

test("a show whose encoder is connected is not ended for want of a host", async () => {
  const { mint, key, identity } = await aShow();
  const { sid } = await anEncoderIn({ mint }, { key, identity });
  const participant = { identity, sid };
  await deliverEvent({ event: "participant_joined", room: { name: mint }, participant });
  await sql("update livestreams set host_seen_at = now() - interval '1 day' where mint = $1", [
    mint,
  ]);
  await until(
    "the sweep has seen the encoder",
    async () =>
      (
        await sql(
          "select 1 from livestreams where mint = $1 and host_seen_at > now() - interval '1 hour'",
          [mint],
        )
      ).length > 0,
    15_000,
  );
  const [row] = await sql("select status from livestreams where mint = $1", [mint]);
  expect(row?.status).toBe("live");
});

test("an encoder's identity enters by no other door, and a forged one is swept out", async () => {
  const { mint, key, identity } = await aShow();
  const { session } = await anEncoderIn({ mint }, { key, identity });
  const video = {
    room: mint,
    roomJoin: true,
    canPublish: true,
    canPublishSources: ["camera", "microphone"],
    canPublishData: false,
    canSubscribe: false,
    hidden: false,
  };
  const forged = await signRoomToken({ sub: identity, video });
  expect(identityOf(forged)).toBe(identity);
  expect(await passesTheGate(forged)).toBe(false);
  const renewed = await ada.api.call(refreshToken, { body: { token: forged } });
  expectProblem(renewed, 403, "not-allowed");
  await hangUp(key, session);
  await isGone(mint, identity);
  // Past the gate, as only who has LiveKit's secret and its loopback port could.
  await connected(forged, { base: server.livekitUrl });
  await until(
    "the sweep has sent it away",
    async () => !(await participantsOf(mint)).some((each) => each.identity === identity),
    15_000,
  );
});
