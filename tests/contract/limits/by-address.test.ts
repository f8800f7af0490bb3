import { expect, test } from "vitest";
import { signUp } from "@/lib/contracts/auth";
import { roomAuth } from "@/lib/contracts/guests";
import { hostToken, participantToken, viewerPass } from "@/lib/contracts/tokens";
import { type Answer, Client } from "@/tests/support/api/client";
import { limitKey, sql } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import { aLiveShow, anAccount, signedIn } from "@/tests/support/api/factories";

const ada = await anAccount();
const mint = await aLiveShow(ada);

/** Calls in rounds, as fast as a flood may be without exhausting this machine's sockets. */
async function flood(times: number, call: () => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = [];
  while (answers.length < times) {
    const round = Math.min(50, times - answers.length);
    answers.push(...(await Promise.all(Array.from({ length: round }, call))));
  }
  return answers;
}

const refusedOf = (answers: Answer[]) => answers.filter(({ status }) => status === 429);

test("429: the thirty-first sign-up of an hour from one address, however it ended", async () => {
  const stranger = new Client();
  const body = { email: ada.email, handle: ada.handle, name: "Eve", password: "long enough" };
  const answers = await flood(31, () => stranger.call(signUp, { body }));
  expect(refusedOf(answers)).toHaveLength(1);
  for (const answer of refusedOf(answers)) expectProblem(answer, 429, "too-many-requests");
  expectProblem(await new Client().call(signUp, { body }), 409);
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

test("429: six hundred viewers a minute from one address, when they have no account", async () => {
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

test("429: a hundred and twenty tokens a minute for one account, at all doors together", async () => {
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

test("a limit stands in the database, where every app instance sees it, without an address", async () => {
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
