import { expect, test } from "vitest";
import { createApiKey, listApiKeys, revokeApiKey } from "@/lib/contracts/accounts/api-keys";
import { logout, myProfile } from "@/lib/contracts/accounts/auth";
import type { Scope } from "@/lib/contracts/common/scopes";
import {
  createLivestream,
  editLivestream,
  endLivestream,
  goLive,
  readLivestream,
} from "@/lib/contracts/livestreams";
import { Client } from "@/tests/support/api/client";
import { sql } from "@/tests/support/api/database";
import { follow } from "@/tests/support/api/event-stream";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aGuestWaiting,
  aLivestream,
  anAccount,
  anInvite,
  type Person,
  signedIn,
} from "@/tests/support/api/factories";
import { until } from "@/tests/support/api/until";

const [ada, bob] = await Promise.all([anAccount("Ada Lovelace"), anAccount("Bob")]);

const make = (owner: Person, scopes: Scope[], name = "A server") =>
  owner.api.ok(createApiKey, { body: { name, scopes } });

test("201: the key is in this answer and nowhere else, not even in the database", async () => {
  const { key, ...made } = await make(ada, ["livestreams:read"], " Recording  server ");
  expect(key).toMatch(/^greenroom_[\w-]{43}$/);
  expect(made).toMatchObject({ name: "Recording server", ending: key.slice(-4), lastUsedAt: null });
  const { apiKeys } = await ada.api.ok(listApiKeys, {});
  expect(apiKeys.find(({ id }) => id === made.id)).toEqual(made);
  const [row] = await sql("select * from api_keys where id = $1", [made.id]);
  expect(JSON.stringify(row)).not.toContain(key);
});

test("200: a key acts as its account within its scopes, and its last use is recorded", async () => {
  const { key, id } = await make(ada, ["livestreams:read", "livestreams:write"]);
  const server = new Client(key);
  expect(await server.ok(myProfile, {})).toMatchObject({ id: ada.id });
  const made = await server.ok(createLivestream, { body: { title: "By a server" } });
  expect(made.creator.id).toBe(ada.id);
  await server.ok(endLivestream, { params: { mint: made.mint } });
  const { apiKeys } = await ada.api.ok(listApiKeys, {});
  const used = apiKeys.find((each) => each.id === id)?.lastUsedAt ?? "";
  expect(Math.abs(Date.now() - Date.parse(used))).toBeLessThan(60_000);
});

test("the last use is recorded at most once a minute, not with every request", async () => {
  const { key, id } = await make(ada, ["livestreams:read"]);
  const usedAfter = async (secondsAgo: number) => {
    const before = new Date(Date.now() - secondsAgo * 1_000);
    await sql("update api_keys set last_used_at = $2 where id = $1", [id, before]);
    await new Client(key).ok(myProfile, {});
    const [row] = await sql<{ at: Date }>("select last_used_at as at from api_keys where id = $1", [
      id,
    ]);
    return { before, after: row?.at };
  };
  const recent = await usedAfter(30);
  expect(recent.after).toEqual(recent.before);
  const stale = await usedAfter(90);
  expect(stale.after?.getTime()).toBeGreaterThan(stale.before.getTime());
});

test("403: a call outside the key's scopes, even one that needs no account", async () => {
  const { mint } = await aLivestream(ada);
  const reader = new Client((await make(ada, ["livestreams:read"])).key);
  await reader.ok(readLivestream, { params: { mint } });
  const refused = await reader.call(createLivestream, { body: { title: "No" } });
  expect(expectProblem(refused, 403, "missing-scope").detail).toContain("livestreams:write");
  const chatter = new Client((await make(ada, ["chat:write"])).key);
  expectProblem(await chatter.call(readLivestream, { params: { mint } }), 403, "missing-scope");
});

test("403: a key cannot create, list or revoke keys, or sign its account out", async () => {
  const { key, id } = await make(ada, ["livestreams:read", "livestreams:write", "tokens"]);
  const server = new Client(key);
  const body = { name: "More", scopes: ["tokens" as const] };
  expectProblem(await server.call(createApiKey, { body }), 403, "missing-scope");
  expectProblem(await server.call(listApiKeys, {}), 403, "missing-scope");
  expectProblem(await server.call(revokeApiKey, { params: { id } }), 403, "missing-scope");
  expectProblem(await server.call(logout, {}), 403, "missing-scope");
});

test("401: a revoked key is void immediately, and its event stream sends nothing more", async () => {
  const { mint } = await aLivestream(ada, { visibility: "private" });
  const invite = await anInvite(ada, mint);
  const { key, id } = await make(ada, ["livestreams:read", "guests"]);
  const [stream, witness] = [await follow(new Client(key), mint), await follow(ada.api, mint)];
  for (const each of [stream, witness]) await each.next("guests.snapshot");
  await ada.api.ok(revokeApiKey, { params: { id } });
  expectProblem(await new Client(key).call(myProfile, {}), 401, "not-signed-in");
  await aGuestWaiting(invite);
  await ada.api.ok(editLivestream, { params: { mint }, body: { title: "Behind closed doors" } });
  await witness.next("guests.delta");
  await until("the new title arrives", () =>
    witness.frames.find(({ data }) => (data as { title?: string }).title?.startsWith("Behind")),
  );
  const heard = stream.frames.map(({ event }) => event);
  // Only the initial state, each event once, and no later change.
  expect(heard.sort()).toEqual([...new Set(heard)].sort());
  expect(heard).not.toContain("guests.delta");
  for (const each of [stream, witness]) each.close();
  const again = await ada.api.call(revokeApiKey, { params: { id } });
  expectProblem(again, 404, "api-key-not-found");
});

test("200: a key without the tokens scope gets no token when the show starts", async () => {
  const { mint } = await aLivestream(ada);
  const { key } = await make(ada, ["livestreams:read"]);
  const stream = await follow(new Client(key), mint, undefined, "?waits=true");
  await stream.next("livestream");
  await ada.api.ok(goLive, { params: { mint } });
  await until("the show is live", () => JSON.stringify(stream.frames).includes('"status":"live"'));
  expect(stream.frames.map(({ event }) => event)).not.toContain("start");
  stream.close();
});

test("200: a key without the guests scope follows the livestream but not the waiting room", async () => {
  const { mint } = await aLivestream(ada);
  const { key } = await make(ada, ["livestreams:read"]);
  const stream = await follow(new Client(key), mint);
  await aGuestWaiting(await anInvite(ada, mint));
  await ada.api.ok(editLivestream, { params: { mint }, body: { title: "Later" } });
  await until("the new title arrives", () =>
    stream.frames.find(({ data }) => (data as { title?: string }).title === "Later"),
  );
  expect(stream.frames.filter(({ event }) => event.startsWith("guests."))).toEqual([]);
  stream.close();
});

test("404: another account's key cannot be revoked or told from a missing one", async () => {
  const { key, id } = await make(ada, ["livestreams:read"]);
  const theirs = await bob.api.call(revokeApiKey, { params: { id } });
  const none = await bob.api.call(revokeApiKey, { params: { id: "NoSuchKey12345678" } });
  expectProblem(theirs, 404, "api-key-not-found");
  expect(theirs.text).toBe(none.text);
  await new Client(key).ok(myProfile, {});
});

test("200: a key outlives the session that created it", async () => {
  const session = await signedIn(ada);
  const { key } = await make({ ...ada, api: session }, ["livestreams:read"]);
  await session.ok(logout, {});
  await new Client(key).ok(myProfile, {});
});

test("401: an invalid key, whatever it looks like", async () => {
  const { key } = await make(ada, ["livestreams:read"]);
  const odd = [`greenroom_${"x".repeat(43)}`, key.slice(0, -1), `${key}x`, key.toUpperCase()];
  for (const wrong of [...odd, "greenroom_", key.replace("greenroom_", "")]) {
    expectProblem(await new Client(wrong).call(myProfile, {}), 401, "not-signed-in");
  }
});

test("403: only admins of the installation create operator keys", async () => {
  const body = { name: "Agents", scopes: ["operator" as const] };
  expectProblem(await ada.api.call(createApiKey, { body }), 403, "not-allowed");
});

test("400: no scopes, unknown scopes, or no name", async () => {
  const bodies = [
    { name: "x", scopes: [] },
    { name: "x", scopes: ["everything"] },
    { name: " ", scopes: ["tokens"] },
    { scopes: ["tokens"] },
  ];
  for (const json of bodies) {
    expectProblem(await ada.api.send("/api-keys", { method: "POST", json }), 400);
  }
});

test("409: an account has at most fifty keys", async () => {
  const eve = await anAccount("Eve");
  for (let made = 0; made < 50; made++) await make(eve, ["tokens"]);
  const body = { name: "One more", scopes: ["tokens" as const] };
  expectProblem(await eve.api.call(createApiKey, { body }), 409, "too-many-api-keys");
});
