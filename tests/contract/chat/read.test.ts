import { expect, test } from "vitest";
import { deleteChat, readChat } from "@/lib/contracts/chat";
import { Client, type Input } from "@/tests/support/api/client";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aGuestOnStage,
  aGuestWaiting,
  aLiveShow,
  anAccount,
  anInvite,
  join,
  say,
} from "@/tests/support/api/factories";
import { signInByPage } from "@/tests/support/api/pages";

const nobody = new Client();
const [ada, bob] = await Promise.all([anAccount("Ada"), anAccount("Bob")]);
const mint = await aTalk();

type Query = Input<typeof readChat>["query"];
const read = (show: string, query: Query = {}, client = nobody) =>
  client.ok(readChat, { params: { mint: show }, query });
const seqs = async (show: string, query: Query) =>
  (await read(show, query)).messages.map(({ seq }) => seq);

/** A show with the messages 1 to 8. */
async function aTalk(): Promise<string> {
  const show = await aLiveShow(ada);
  for (let n = 1; n <= 8; n++) await say((n % 2 ? ada : bob).api, show, `message ${n}`);
  return show;
}

test("200: the newest messages in order, for anyone allowed to watch", async () => {
  const answer = await nobody.call(readChat, { params: { mint }, query: {} });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const { messages, revision, more } = readChat.response.parse(answer.body);
  expect(messages.map(({ text }) => text)).toEqual(
    Array.from({ length: 8 }, (_, n) => `message ${n + 1}`),
  );
  expect({ revision, more }).toEqual({ revision: 8, more: false });
  expect(await read(mint, { limit: 3 })).toMatchObject({ revision: 8, more: true });
  expect(await seqs(mint, { limit: 3 })).toEqual([6, 7, 8]);
});

test("200: page by page back to the beginning, each message once", async () => {
  expect(await seqs(mint, { before: 6, limit: 3 })).toEqual([3, 4, 5]);
  expect((await read(mint, { before: 6, limit: 3 })).more).toBe(true);
  expect(await seqs(mint, { before: 3, limit: 3 })).toEqual([1, 2]);
  expect((await read(mint, { before: 3, limit: 3 })).more).toBe(false);
  expect(await seqs(mint, { before: 1 })).toEqual([]);
});

test("200: after a gap, everything missed, oldest first and page by page", async () => {
  expect(await seqs(mint, { after: 5 })).toEqual([6, 7, 8]);
  const first = await read(mint, { after: 2, limit: 4 });
  expect(first.messages.map(({ seq }) => seq)).toEqual([3, 4, 5, 6]);
  expect(first).toMatchObject({ revision: 6, more: true });
  const rest = await read(mint, { after: first.revision, limit: 4 });
  expect(rest.messages.map(({ seq }) => seq)).toEqual([7, 8]);
  expect(rest).toMatchObject({ revision: 8, more: false });
  expect(await read(mint, { after: 8 })).toEqual({ messages: [], revision: 8, more: false });
});

test("200: a deletion is caught up like a message, and its text is gone for every reader", async () => {
  const show = await aTalk();
  await ada.api.ok(deleteChat, { params: { mint: show, seq: 2 } });
  const missed = await read(show, { after: 8 });
  expect(missed).toMatchObject({ revision: 9, more: false });
  expect(missed.messages).toMatchObject([{ seq: 2, revision: 9, text: null }]);
  await say(bob.api, show, "message 9");
  const later = await read(show, { after: 7 });
  expect(later.messages.map(({ seq, revision }) => [seq, revision])).toEqual([
    [2, 9],
    [8, 8],
    [10, 10],
  ]);
  for (const client of [nobody, ada.api, bob.api]) {
    const whole = await read(show, {}, client);
    expect(whole.messages.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 10]);
    expect(JSON.stringify(whole)).not.toContain('"message 2"');
  }
});

test("200: a gap of many pages closes without a loss, even with deletions in it", async () => {
  const show = await aTalk();
  for (const seq of [1, 8, 4]) await ada.api.ok(deleteChat, { params: { mint: show, seq } });
  const seen = new Map<number, string | null>();
  let revision = 0;
  let more = true;
  while (more) {
    const page = await read(show, { after: revision, limit: 2 });
    for (const { seq, text } of page.messages) seen.set(seq, text);
    ({ revision, more } = page);
  }
  const whole = await read(show);
  expect(revision).toBe(whole.revision);
  expect([...seen].sort(([a], [b]) => a - b)).toEqual(
    whole.messages.map(({ seq, text }) => [seq, text]),
  );
});

test("404: a private show's chat, for a stranger and for a waiting guest; 200: for its hosts, viewers and guests on stage", async () => {
  const show = await aLiveShow(ada, "private");
  await say(ada.api, show, "a secret");
  const invite = await anInvite(ada, show);
  const waiting = await aGuestWaiting(invite);
  const onStage = await aGuestOnStage(ada, invite);
  const elsewhere = await aGuestOnStage(ada, await anInvite(ada, mint));
  for (const client of [nobody, bob.api, waiting.browser, elsewhere.browser]) {
    const answer = await client.call(readChat, { params: { mint: show }, query: {} });
    expectProblem(answer, 404, "livestream-not-found");
  }
  await join(ada, show, bob, "viewer");
  for (const client of [ada.api, bob.api, onStage.browser]) {
    expect((await read(show, {}, client)).messages).toHaveLength(1);
  }
});

test("200: a guest on a private stage reads the chat, whether signed in or not", async () => {
  const show = await aLiveShow(ada, "private");
  const { browser } = await aGuestOnStage(ada, await anInvite(ada, show));
  await signInByPage(bob, browser);
  const answer = await browser.call(readChat, { params: { mint: show }, query: {} });
  expect(answer.status, answer.text).toBe(200);
});

test("404: a guest who was sent away no longer reads a private show's chat", async () => {
  const show = await aLiveShow(ada, "private");
  const guest = await aGuestOnStage(ada, await anInvite(ada, show));
  await read(show, {}, guest.browser);
  const json = { identity: guest.identity };
  await ada.api.send(`/livestreams/${show}/removals`, { method: "POST", json });
  const answer = await guest.browser.call(readChat, { params: { mint: show }, query: {} });
  expectProblem(answer, 404, "livestream-not-found");
});

const odd = [
  "after=-1",
  "after=",
  "after=x",
  "after=1.5",
  "after=0x1",
  "after=1&after=2",
  "after=99999999999999999999",
  "before=0",
  "before=",
  "before=x",
  "before=99999999999",
  "limit=0",
  "limit=201",
  "limit=",
  "limit=1e1",
];
for (const search of odd) {
  test(`400: ?${search}`, async () => {
    expectProblem(await nobody.send(`/livestreams/${mint}/chat?${search}`), 400, "invalid-request");
  });
}
