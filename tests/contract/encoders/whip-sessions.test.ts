import { afterAll, beforeAll, expect, test } from "vitest";
import { expectProblem } from "@/tests/support/api/expect-problem";
import { anAccount, type Person } from "@/tests/support/api/factories";
import { hangUpAll, inRoom } from "@/tests/support/api/signal";
import { until } from "@/tests/support/api/until";
import { deliverEvent } from "@/tests/support/api/webhooks";
import {
  anEncoderIn,
  aShowWithKey,
  aStreamKey,
  hangUp,
  isGone,
  patch,
  publish,
  restart,
  sessionOf,
} from "@/tests/support/api/whip";

let ada: Person;
beforeAll(async () => {
  ada = await anAccount("Ada Lovelace");
});
afterAll(hangUpAll);

test("201: a key's newest session replaces the one before", async () => {
  const { mint, key, identity } = await aShowWithKey(ada);
  const first = await anEncoderIn({ mint }, { key, identity });
  const second = await publish(key);
  expect(second.status).toBe(201);
  await until("LiveKit has replaced it", async () => {
    const found = await inRoom(mint, identity);
    return found !== undefined && found.sid !== first.sid;
  });
  const late = await patch(key, first.session, undefined, { "if-match": first.etag });
  expectProblem(late, 404, "encoder-session-not-found");
  expectProblem(await hangUp(key, first.session), 404, "encoder-session-not-found");
  // The replaced session's late departure ends only itself.
  const participant = { identity, sid: first.sid };
  await deliverEvent({ event: "participant_left", room: { name: mint }, participant });
  expect((await hangUp(key, sessionOf(second))).status).toBe(200);
});

test("204: candidates with the session's ETag; 200: a restart, with the ETag of the new ICE session", async () => {
  const { mint, key, identity } = await aShowWithKey(ada);
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

test("412: a wrong ETag; 428: no ETag; 400, 413 and 415: an invalid fragment", async () => {
  const { mint, key, identity } = await aShowWithKey(ada);
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

test("200: an encoder that hangs up is gone; 404: hanging up again", async () => {
  const { mint, key, identity } = await aShowWithKey(ada);
  const { session } = await anEncoderIn({ mint }, { key, identity });
  const answer = await hangUp(key, session);
  expect(answer.status).toBe(200);
  expect(answer.body).toEqual({ ended: true });
  await isGone(mint, identity);
  expectProblem(await hangUp(key, session), 404, "encoder-session-not-found");
  expect((await publish(key)).status).toBe(201);
});

test("404: another key's session cannot be told from a missing one, and continues", async () => {
  const { mint, key, identity } = await aShowWithKey(ada);
  const { session, etag } = await anEncoderIn({ mint }, { key, identity });
  const none = await hangUp(key, "/whip/NoSuchSession12345");
  expectProblem(none, 404, "encoder-session-not-found");
  for (const other of [await aStreamKey(ada, mint, "second"), await aShowWithKey(ada)]) {
    expect((await hangUp(other.key, session)).text).toBe(none.text);
    const touched = await patch(other.key, session, undefined, { "if-match": etag });
    expect(touched.text).toBe(none.text);
  }
  const still = await patch(key, session, undefined, { "if-match": etag });
  expect(still.status).toBe(204);
});
