import { createHash } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { endLivestream, goLive, readLivestream, removeMember } from "@/lib/contracts/livestreams";
import {
  createProgrammeLink,
  programmeToken,
  readProgrammeLink,
  turnOffProgrammeLink,
} from "@/lib/contracts/programme";
import { removeParticipant } from "@/lib/contracts/restrictions";
import { refreshToken } from "@/lib/contracts/tokens";
import { anotherApp } from "@/tests/support/api/another-app";
import { Client } from "@/tests/support/api/client";
import { sql } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aLiveShow,
  aLivestream,
  anAccount,
  join,
  type Person,
} from "@/tests/support/api/factories";
import { passesTheGate } from "@/tests/support/api/gate";
import { connected, hangUpAll, inRoom } from "@/tests/support/api/signal";
import { claimsOf, identityOf, refreshed, withGrants } from "@/tests/support/api/tokens";
import { until } from "@/tests/support/api/until";

const [ada, bob] = await Promise.all([anAccount("Ada"), anAccount("Bob")]);
afterAll(hangUpAll);

const aLink = (by: Person, mint: string) => by.api.ok(createProgrammeLink, { params: { mint } });
const linkOf = async (mint: string) =>
  (await ada.api.ok(readProgrammeLink, { params: { mint } })).link;
const ask = (mint: string, key: string, client = new Client()) =>
  client.call(programmeToken, { params: { mint }, body: { key } });

async function tokenFor(mint: string, key: string): Promise<string> {
  const { pass } = await new Client().ok(programmeToken, { params: { mint }, body: { key } });
  if (!pass) throw new Error("there is no token");
  return pass.token;
}

const isOut = (mint: string, token: string) =>
  until("the page is out of the room", async () => !(await inRoom(mint, identityOf(token))));

test("201: a link is shown once, in its fragment, and only its hash is stored", async () => {
  const { mint } = await aLivestream(ada);
  expect(await linkOf(mint)).toBeNull();
  const { key, url, ...made } = await aLink(ada, mint);
  expect(key).toMatch(/^programme_[\w-]{43}$/);
  expect(new URL(url).pathname).toBe(`/programme/${mint}`);
  expect(new URL(url).hash).toBe(`#key=${key}`);
  expect(made).toMatchObject({ ending: key.slice(-4), connected: 0 });
  expect(await linkOf(mint)).toEqual(made);
  const rows = await sql("select * from programme_links where mint = $1", [mint]);
  expect(rows[0]?.hash).toBe(createHash("sha256").update(key).digest("hex"));
  expect(JSON.stringify(rows)).not.toContain(key.slice(0, -4));
});

test("200: its token sees and hears a private show unseen, and may do nothing else", async () => {
  const mint = await aLiveShow(ada, "private");
  const { key } = await aLink(ada, mint);
  const { livestream, pass } = await new Client().ok(programmeToken, {
    params: { mint },
    body: { key },
  });
  expect(livestream).toMatchObject({ mint, status: "live" });
  const token = pass?.token ?? "";
  expect(claimsOf(token)).toMatchObject({
    sub: expect.stringMatching(/^p_/),
    video: {
      room: mint,
      hidden: true,
      canSubscribe: true,
      canPublish: false,
      canPublishData: false,
      canUpdateOwnMetadata: false,
    },
  });
  expect(await passesTheGate(token)).toBe(true);
  for (const room of [`${mint}~backstage`, `${mint}~lobby`]) {
    expect(await passesTheGate(await withGrants(token, { room }))).toBe(false);
  }
  for (const more of [{ canPublish: true }, { canPublishData: true }, { hidden: false }]) {
    expect(await passesTheGate(await withGrants(token, more))).toBe(false);
  }
});

test("200: pages are counted with the link, and nowhere as viewers", async () => {
  const mint = await aLiveShow(ada);
  const { key } = await aLink(ada, mint);
  const tokens = [await tokenFor(mint, key), await tokenFor(mint, key)];
  expect(new Set(tokens.map(identityOf)).size).toBe(2);
  for (const token of tokens) {
    await connected(token);
    // LiveKit reports this once media flows, and this connection has none.
    const { sid } = (await inRoom(mint, identityOf(token))) ?? {};
    await sql("update participants set sid = $1 where identity = $2", [sid, identityOf(token)]);
  }
  expect((await linkOf(mint))?.connected).toBe(2);
  const { watching, peakWatching } = await ada.api.ok(readLivestream, { params: { mint } });
  expect([watching, peakWatching]).toEqual([0, 0]);
  const [first] = tokens;
  const body = { identity: identityOf(first ?? ""), ban: true };
  const removed = await ada.api.call(removeParticipant, { params: { mint }, body });
  expectProblem(removed, 404, "participant-not-found");
});

test("200: before the show a page waits and receives nothing; when it starts, it sees it on the same connection", async () => {
  const { mint } = await aLivestream(ada);
  const { key } = await aLink(ada, mint);
  const token = await tokenFor(mint, key);
  await connected(token);
  const seat = () => inRoom(mint, identityOf(token));
  const waiting = await seat();
  expect(waiting?.permission).toMatchObject({ hidden: true, canSubscribe: false });
  await ada.api.ok(goLive, { params: { mint } });
  const seeing = await until("the page sees the show", async () => {
    const found = await seat();
    return found?.permission?.canSubscribe ? found : null;
  });
  expect(seeing.sid).toBe(waiting?.sid);
  expect(seeing.permission).toMatchObject({ hidden: true, canPublish: false });
});

test("200: a new link disconnects the pages of the old one, which cannot come back", async () => {
  const mint = await aLiveShow(ada);
  const old = await aLink(ada, mint);
  const token = await tokenFor(mint, old.key);
  await connected(token);
  const { key } = await aLink(ada, mint);
  await isOut(mint, token);
  expect(await passesTheGate(token)).toBe(false);
  expect(await passesTheGate(await refreshed(token))).toBe(false);
  expectProblem(await ask(mint, old.key), 404, "programme-link-not-found");
  expect(await passesTheGate(await tokenFor(mint, key))).toBe(true);
});

test("200: turned off, the link stops working; turning it off again changes nothing", async () => {
  const mint = await aLiveShow(ada);
  const { key } = await aLink(ada, mint);
  const token = await tokenFor(mint, key);
  await connected(token);
  for (const times of [1, 2]) {
    const answer = await ada.api.call(turnOffProgrammeLink, { params: { mint } });
    expect([times, answer.status, answer.body]).toEqual([times, 200, { link: null }]);
  }
  await isOut(mint, token);
  expect(await passesTheGate(token)).toBe(false);
  expectProblem(await ask(mint, key), 404, "programme-link-not-found");
});

test("200: a link replaced by one process of the app is void in another", async () => {
  const app = await anotherApp();
  try {
    const { mint } = await aLivestream(ada);
    const elsewhere = new Client(undefined, undefined, app.url);
    const old = await aLink(ada, mint);
    expect((await ask(mint, old.key, elsewhere)).status).toBe(200);
    const { key } = await aLink(ada, mint);
    expectProblem(await ask(mint, old.key, elsewhere), 404, "programme-link-not-found");
    expect((await ask(mint, key, elsewhere)).status).toBe(200);
  } finally {
    await app.stop();
  }
});

test("200: of links created at the same moment, one works", async () => {
  const mint = await aLiveShow(ada);
  const links = await Promise.all(Array.from({ length: 5 }, () => aLink(ada, mint)));
  const answers = await Promise.all(links.map(({ key }) => ask(mint, key)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
});

test("200: a co-host’s link ends with their role", async () => {
  const mint = await aLiveShow(ada, "private");
  await join(ada, mint, bob, "host");
  const { key } = await aLink(bob, mint);
  const token = await tokenFor(mint, key);
  await connected(token);
  await ada.api.ok(removeMember, { params: { mint, accountId: bob.id } });
  await isOut(mint, token);
  expect(await passesTheGate(token)).toBe(false);
  expectProblem(await ask(mint, key), 404, "programme-link-not-found");
  expect(await linkOf(mint)).toBeNull();
});

test("200: after the end, the livestream without a token; 409: an ended show gets no link", async () => {
  const mint = await aLiveShow(ada);
  const { key } = await aLink(ada, mint);
  await ada.api.ok(endLivestream, { params: { mint } });
  const answer = await ask(mint, key);
  expect(answer.body).toMatchObject({ livestream: { status: "ended" }, pass: null });
  const more = await ada.api.call(createProgrammeLink, { params: { mint } });
  expectProblem(more, 409, "livestream-ended");
});

test("404: a wrong key, another livestream’s, and a livestream that does not exist are all the same", async () => {
  const [{ mint }, other] = [await aLivestream(ada), await aLivestream(ada)];
  const { key } = await aLink(ada, mint);
  await aLink(ada, other.mint);
  const answers = [
    await ask(mint, "programme_wrong"),
    await ask(other.mint, key),
    await ask("NoSuchShow123456", key),
  ];
  for (const answer of answers) expectProblem(answer, 404, "programme-link-not-found");
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
});

test("403: nobody refreshes its token, not even the host who created the link", async () => {
  const mint = await aLiveShow(ada);
  const token = await tokenFor(mint, (await aLink(ada, mint)).key);
  const answer = await ada.api.call(refreshToken, { body: { token } });
  expectProblem(answer, 403, "not-allowed");
});

test("429: a link used too often is refused, and other links are not", async () => {
  const [mint, other] = [await aLiveShow(ada), await aLiveShow(ada)];
  const [{ key }, second] = [await aLink(ada, mint), await aLink(ada, other)];
  while ((await ask(mint, key)).status === 200);
  expectProblem(await ask(mint, key), 429, "too-many-requests");
  expect((await ask(other, second.key)).status).toBe(200);
});
