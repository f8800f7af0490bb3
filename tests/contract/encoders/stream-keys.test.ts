import { createHash } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { endLivestream, removeParticipant } from "@/lib/contracts/livestreams";
import {
  createStreamKey,
  listStreamKeys,
  revokeStreamKey,
  rotateStreamKey,
} from "@/lib/contracts/stream-keys";
import { sql } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aLiveShow,
  aLivestream,
  anAccount,
  join,
  type Person,
} from "@/tests/support/api/factories";
import { anEncoderIn, aStreamKey, isGone, patch, publish } from "@/tests/support/api/whip";

let ada: Person;
let bob: Person;
beforeAll(async () => {
  [ada, bob] = await Promise.all([anAccount(), anAccount("Bob")]);
});

const keysOf = async (mint: string) =>
  (await ada.api.ok(listStreamKeys, { params: { mint } })).streamKeys;
const revoke = (by: Person, mint: string, id: string) =>
  by.api.call(revokeStreamKey, { params: { mint, id } });
const rotate = (by: Person, mint: string, id: string) =>
  by.api.call(rotateStreamKey, { params: { mint, id } });

test("201: a key is shown once, and only its hash is stored", async () => {
  const { mint } = await aLivestream(ada);
  const { key, ...made } = await aStreamKey(ada, mint, "OBS in the studio");
  expect(key).toMatch(/^stream_[\w-]{43}$/);
  expect(made).toMatchObject({ name: "OBS in the studio", ending: key.slice(-4) });
  expect(made).toMatchObject({ connected: false, lastUsedAt: null, identity: `e_${made.id}` });
  expect(await keysOf(mint)).toEqual([made]);
  const rows = await sql("select * from stream_keys where id = $1", [made.id]);
  expect(rows[0]?.hash).toBe(createHash("sha256").update(key).digest("hex"));
  expect(JSON.stringify(rows)).not.toContain(key.slice(0, -4));
});

test("200: the list is newest first and leaves out revoked keys", async () => {
  const { mint } = await aLivestream(ada);
  const [first, second] = [await aStreamKey(ada, mint, "one"), await aStreamKey(ada, mint, "two")];
  expect((await keysOf(mint)).map(({ name }) => name)).toEqual(["two", "one"]);
  expect((await revoke(ada, mint, second.id)).body).toEqual({ revoked: true });
  expect((await keysOf(mint)).map(({ id }) => id)).toEqual([first.id]);
});

test("200: revoking a key stops its encoder, which cannot come back", async () => {
  const mint = await aLiveShow(ada);
  const made = await aStreamKey(ada, mint);
  const { session, etag } = await anEncoderIn({ mint }, made);
  expect((await revoke(ada, mint, made.id)).status).toBe(200);
  await isGone(mint, made.identity);
  expectProblem(await publish(made.key), 401, "invalid-stream-key");
  const late = await patch(made.key, session, undefined, { "if-match": etag });
  expectProblem(late, 401, "invalid-stream-key");
});

test("200: a rotated key keeps its name, and the old secret is void immediately", async () => {
  const mint = await aLiveShow(ada);
  const made = await aStreamKey(ada, mint, "OBS");
  await anEncoderIn({ mint }, made);
  const answer = await rotate(ada, mint, made.id);
  expect(answer.status).toBe(200);
  const rotated = answer.body as typeof made;
  expect(rotated).toMatchObject({ id: made.id, name: "OBS", identity: made.identity });
  expect(rotated.key).not.toBe(made.key);
  expect(rotated.ending).toBe(rotated.key.slice(-4));
  await isGone(mint, made.identity);
  expectProblem(await publish(made.key), 401, "invalid-stream-key");
  expect((await publish(rotated.key)).status).toBe(201);
});

test("200: removing an encoder revokes its key, or it would reconnect immediately", async () => {
  const mint = await aLiveShow(ada);
  await join(ada, mint, bob, "host");
  const made = await aStreamKey(ada, mint);
  await anEncoderIn({ mint }, made);
  const body = { identity: made.identity };
  await bob.api.ok(removeParticipant, { params: { mint }, body });
  await isGone(mint, made.identity);
  expectProblem(await publish(made.key), 401, "invalid-stream-key");
  expect(await keysOf(mint)).toEqual([]);
});

test("200: ending the show stops its encoders; 409: an ended show accepts no encoder and no key", async () => {
  const mint = await aLiveShow(ada);
  const made = await aStreamKey(ada, mint);
  await anEncoderIn({ mint }, made);
  await ada.api.ok(endLivestream, { params: { mint } });
  await isGone(mint, made.identity);
  expectProblem(await publish(made.key), 409, "livestream-ended");
  expectProblem(await rotate(ada, mint, made.id), 409, "livestream-ended");
  const more = await ada.api.call(createStreamKey, { params: { mint }, body: { name: "more" } });
  expectProblem(more, 409, "livestream-ended");
  expect((await revoke(ada, mint, made.id)).status).toBe(200);
});

test("403: a co-host cannot create, list, rotate or revoke keys", async () => {
  const { mint } = await aLivestream(ada);
  const { id } = await aStreamKey(ada, mint);
  await join(ada, mint, bob, "host");
  const body = { name: "mine" };
  const answers = [
    await bob.api.call(createStreamKey, { params: { mint }, body }),
    await bob.api.call(listStreamKeys, { params: { mint } }),
    await rotate(bob, mint, id),
    await revoke(bob, mint, id),
  ];
  for (const answer of answers) expectProblem(answer, 403, "not-allowed");
});

test("404: another livestream's key, a revoked key, and one that never existed", async () => {
  const { mint } = await aLivestream(ada);
  const elsewhere = await aStreamKey(ada, (await aLivestream(ada)).mint);
  const gone = await aStreamKey(ada, mint);
  await revoke(ada, mint, gone.id);
  for (const id of [elsewhere.id, gone.id, "NoSuchKey1234567"]) {
    expectProblem(await revoke(ada, mint, id), 404, "stream-key-not-found");
    expectProblem(await rotate(ada, mint, id), 404, "stream-key-not-found");
  }
  expect((await publish(elsewhere.key)).status).toBe(201);
});

test("409: a livestream has at most ten keys, even when eleven are requested at once", async () => {
  const { mint } = await aLivestream(ada);
  const ask = (at: number) =>
    ada.api.call(createStreamKey, { params: { mint }, body: { name: `key ${at}` } });
  const answers = await Promise.all(Array.from({ length: 11 }, (_, at) => ask(at)));
  const refused = answers.filter(({ status }) => status !== 201);
  expect(refused).toHaveLength(1);
  for (const answer of refused) expectProblem(answer, 409, "too-many-stream-keys");
});
