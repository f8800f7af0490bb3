import { afterAll, expect, test } from "vitest";
import { login, signUp } from "@/lib/contracts/accounts/auth";
import { roomAuth } from "@/lib/contracts/guests";
import { createInvite } from "@/lib/contracts/invites";
import { createLivestream } from "@/lib/contracts/livestreams";
import { hostToken, participantToken, viewerPass } from "@/lib/contracts/tokens";
import { type Answer, Client } from "@/tests/support/api/client";
import { limitKey, sql } from "@/tests/support/api/database";
import { closeStreams, follow, type Stream } from "@/tests/support/api/event-stream";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aLiveShow,
  aLivestream,
  anAccount,
  anInvite,
  signedIn,
  unique,
} from "@/tests/support/api/factories";
import { until } from "@/tests/support/api/until";

const ada = await anAccount();
const mint = await aLiveShow(ada);
afterAll(closeStreams);

/** Calls in rounds, as fast as possible without exhausting this machine's sockets. */
async function flood<T = Answer>(times: number, call: () => Promise<T>): Promise<T[]> {
  const answers: T[] = [];
  while (answers.length < times) {
    const round = Math.min(50, times - answers.length);
    answers.push(...(await Promise.all(Array.from({ length: round }, call))));
  }
  return answers;
}

const refusedOf = (answers: Answer[]) => answers.filter(({ status }) => status === 429);

test("201: thirty people can sign up and sign in within a minute from one address", async () => {
  const room = new Client();
  const pupils = Array.from({ length: 30 }, () => {
    const handle = unique("c");
    return { handle, email: `${handle}@example.org`, name: "Pupil", password: "long enough" };
  });
  // Some chose a handle that is taken, and try another.
  const taken = await Promise.all(
    pupils.map((pupil) => room.call(signUp, { body: { ...pupil, handle: ada.handle } })),
  );
  expect(taken.map(({ status }) => status)).toEqual(pupils.map(() => 409));
  const made = await Promise.all(pupils.map((body) => room.call(signUp, { body })));
  expect(made.map(({ status }) => status)).toEqual(pupils.map(() => 201));
  const inside = await Promise.all(
    pupils.map(({ email, password }) => room.call(login, { body: { email, password } })),
  );
  expect(inside.map(({ status }) => status)).toEqual(pupils.map(() => 200));
});

test("429: probing for registered email addresses, after sixty attempts", async () => {
  const stranger = new Client();
  const body = { email: ada.email, handle: unique("e"), name: "Eve", password: "long enough" };
  const answers = await flood(61, () => stranger.call(signUp, { body }));
  expect(refusedOf(answers)).toHaveLength(1);
  for (const answer of refusedOf(answers)) expectProblem(answer, 429, "too-many-requests");
  expectProblem(await new Client().call(signUp, { body }), 409);
});

test("429: two hundred sign-ups in ten minutes from one address, successful or not", async () => {
  const machine = new Client();
  const body = { email: ada.email, handle: ada.handle, name: "Eve", password: "long enough" };
  await machine.call(signUp, { body });
  const own = limitKey("sign-up-by-address", machine.address);
  await sql("update rate_limits set points = 200 where key = $1", [own]);
  expectProblem(await machine.call(signUp, { body }), 429, "too-many-requests");
});

test("429: one account creates a hundred livestreams an hour, and two hundred invites", async () => {
  const eve = await anAccount("Eve");
  const { mint: show } = await aLivestream(eve);
  await anInvite(eve, show);
  await sql("update rate_limits set points = 1000 where key = any($1)", [
    [limitKey("livestream", eve.id), limitKey("invite", eve.id)],
  ]);
  const body = { title: "One more" };
  expectProblem(await eve.api.call(createLivestream, { body }), 429, "too-many-requests");
  const invite = { orgId: eve.handle, roomId: show, durationSeconds: 3_600 };
  expectProblem(await eve.api.call(createInvite, { body: invite }), 429, "too-many-requests");
});

test("429: one address has five hundred open event streams; closing one makes room", async () => {
  const hall = new Client();
  const streams = await flood<Stream>(500, () => follow(hall, mint));
  expect(streams.filter(({ status }) => status !== 200)).toEqual([]);
  const path = `/livestreams/${mint}/events`;
  expectProblem(await hall.send(path), 429, "too-many-requests");
  const own = await follow(ada.api, mint);
  expect(own.status).toBe(200);
  for (const { close } of streams) close();
  const later = await until("there is room again", async () => {
    const stream = await follow(hall, mint);
    return stream.status === 200 ? stream : null;
  });
  later.close();
  own.close();
});

test("429: three hundred knocks a minute from one address, whatever the invite", async () => {
  const stranger = new Client();
  const body = { inviteToken: "not.an.invite", guestName: "Eve" };
  const answers = await flood(301, () => stranger.call(roomAuth, { body }));
  const refused = refusedOf(answers);
  expect(refused).toHaveLength(1);
  for (const answer of refused) expectProblem(answer, 429, "too-many-requests");
  expectProblem(await new Client().call(roomAuth, { body }), 404, "invite-not-found");
});

test("429: six hundred viewers a minute from one address, without accounts", async () => {
  const params = { mint: "NoSuchShow123456" };
  const hall = new Client();
  const answers = await flood(601, () => hall.call(viewerPass, { params }));
  const refused = refusedOf(answers);
  expect(refused).toHaveLength(1);
  for (const answer of refused) expectProblem(answer, 429, "too-many-requests");
  expectProblem(await new Client().call(viewerPass, { params }), 404);
  const fromTheHall = new Client(ada.api.bearer, hall.address);
  expectProblem(await fromTheHall.call(viewerPass, { params }), 404, "livestream-not-found");
});

test("429: six hundred tokens from the API leave none for watch pages and embeds at the same address", async () => {
  const hall = new Client();
  await flood(600, () => hall.call(viewerPass, { params: { mint } }));
  const headers = { accept: "text/html", "upgrade-insecure-requests": "1" };
  const watch = await hall.send(`/watch/${mint}`, { headers });
  expect(watch.status).toBe(429);
  expect(Number(watch.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(watch.text).toContain('{"closed":"busy"}');
  const embed = await hall.send(`/embed/${mint}`, { headers });
  expect(embed.text).toContain("Too many people are opening shows from your network");
  for (const { text } of [watch, embed]) expect(text).not.toContain("eyJ");
  // Visitors from other addresses get in.
  expect((await new Client().send(`/watch/${mint}`, { headers })).status).toBe(200);
});

test("429: a hundred and twenty tokens a minute for one account, across all token endpoints", async () => {
  const grace = await anAccount("Grace Hopper");
  const elsewhere = await signedIn(grace);
  const query = { mint: "NoSuchShow123456", creator: ada.id, hidden: "true" as const };
  const params = { mint: query.mint };
  await flood(60, () => grace.api.call(hostToken, { query }));
  await flood(60, () => elsewhere.call(participantToken, { query }));
  for (const client of [grace.api, elsewhere]) {
    expectProblem(await client.call(hostToken, { query }), 429, "too-many-requests");
    expectProblem(await client.call(participantToken, { query }), 429, "too-many-requests");
    expectProblem(await client.call(viewerPass, { params }), 429, "too-many-requests");
  }
  const answer = await ada.api.call(participantToken, { query: { mint, hidden: "true" } });
  expect(answer.status).toBe(200);
});

test("a limit is kept in the database, shared by every app instance, without the address itself", async () => {
  const stranger = new Client();
  const inviteToken = "not.an.invite";
  await stranger.call(roomAuth, { body: { inviteToken, guestName: "Eve" } });
  const rows = await sql<{ key: string }>("select key from rate_limits");
  const keys = rows.map(({ key }) => key);
  expect(keys.some((key) => /^knock-by-address:[\w-]{43}$/.test(key))).toBe(true);
  expect(keys.join(" ")).not.toContain(stranger.address);
  expect(keys.join(" ")).not.toContain("@");
});

test("429: what another instance has counted counts here", async () => {
  const stranger = new Client();
  const body = { inviteToken: "not.an.invite", guestName: "Eve" };
  await stranger.call(roomAuth, { body });
  const own = limitKey("knock-by-address", stranger.address);
  const counted = await sql("update rate_limits set points = 300 where key = $1 returning key", [
    own,
  ]);
  expect(counted).toEqual([{ key: own }]);
  expectProblem(await stranger.call(roomAuth, { body }), 429, "too-many-requests");
});
