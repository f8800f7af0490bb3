import { expect, test } from "vitest";
import { readChat } from "@/lib/contracts/chat";
import { editLivestream, endLivestream } from "@/lib/contracts/livestreams";
import { Client } from "@/tests/support/api/client";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aGuestOnStage,
  aGuestWaiting,
  aLiveShow,
  anAccount,
  anInvite,
  aViewerToken,
  join,
  say,
} from "@/tests/support/api/factories";
import { signInByPage } from "@/tests/support/api/pages";

const nobody = new Client();
const [ada, bob] = await Promise.all([anAccount("Ada"), anAccount("Bob")]);

const post = (client: Client, mint: string, text: unknown) =>
  client.send(`/livestreams/${mint}/chat`, { method: "POST", json: { text } });

test("201: a host, a viewer and a guest on stage, each with their name and role", async () => {
  const mint = await aLiveShow(ada);
  const guest = await aGuestOnStage(ada, await anInvite(ada, mint), "Grace");
  const answer = await post(ada.api, mint, "hello");
  expect(answer.status).toBe(201);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(answer.body).toEqual({
    seq: 1,
    revision: 1,
    author: { subject: ada.id, name: "Ada", role: "host" },
    text: "hello",
    sentAt: expect.any(String),
  });
  const viewer = await say(bob.api, mint, "hi");
  expect(viewer).toMatchObject({
    seq: 2,
    author: { subject: bob.id, name: "Bob", role: "viewer" },
  });
  const byGuest = await say(guest.browser, mint, "hey");
  const author = { subject: guest.identity, name: "Grace", role: "guest" };
  expect(byGuest).toMatchObject({ seq: 3, author });
});

test("201: a hidden viewer who is signed in writes like any other", async () => {
  const mint = await aLiveShow(ada);
  await aViewerToken(bob, mint, true);
  const { browser } = await signInByPage(bob);
  expect(await say(browser, mint, "from the dark")).toMatchObject({ author: { name: "Bob" } });
});

test("401: without an account, and as a guest in the waiting room", async () => {
  const mint = await aLiveShow(ada);
  const waiting = await aGuestWaiting(await anInvite(ada, mint));
  for (const client of [nobody, waiting.browser]) {
    expectProblem(await post(client, mint, "let me in"), 401, "not-signed-in");
  }
});

test("401: a guest of another show, and a cookie forged from a guest's identity", async () => {
  const [here, there] = [await aLiveShow(ada), await aLiveShow(ada)];
  const guest = await aGuestOnStage(ada, await anInvite(ada, there));
  expectProblem(await post(guest.browser, here, "hi"), 401, "not-signed-in");
  const own = await aGuestOnStage(ada, await anInvite(ada, here));
  const forger = new Client();
  for (const name of own.browser.cookies.keys()) {
    forger.cookies.set(name, own.identity);
    expectProblem(await post(forger, here, "hi"), 401, "not-signed-in");
    forger.cookies.set(name, [...guest.browser.cookies.values()][0] ?? "");
    expectProblem(await post(forger, here, "hi"), 401, "not-signed-in");
  }
});

test("404: a private show's chat, for a stranger; its viewers and guests can write", async () => {
  const mint = await aLiveShow(ada, "private");
  const guest = await aGuestOnStage(ada, await anInvite(ada, mint));
  for (const client of [nobody, bob.api]) {
    expectProblem(await post(client, mint, "psst"), 404, "livestream-not-found");
  }
  await join(ada, mint, bob, "viewer");
  await say(bob.api, mint, "hello");
  await say(guest.browser, mint, "hello");
});

test("201: a guest on stage who is also signed in still writes as the guest", async () => {
  const mint = await aLiveShow(ada, "private");
  const { browser, identity } = await aGuestOnStage(ada, await anInvite(ada, mint), "Grace");
  await signInByPage(bob, browser);
  const answer = await post(browser, mint, "hello");
  expect(answer.status, answer.text).toBe(201);
  expect(answer.body).toMatchObject({ author: { subject: identity, role: "guest" } });
});

test("409: an ended show's chat is closed but stays readable", async () => {
  const mint = await aLiveShow(ada);
  await say(ada.api, mint, "goodbye");
  await ada.api.ok(endLivestream, { params: { mint } });
  expectProblem(await post(ada.api, mint, "anybody?"), 409, "livestream-ended");
  const { messages } = await nobody.ok(readChat, { params: { mint }, query: {} });
  expect(messages.map(({ text }) => text)).toEqual(["goodbye"]);
});

const cleaned: [string, string, string][] = [
  ["five hundred characters", "x".repeat(500), "x".repeat(500)],
  ["several lines", " one\r\ntwo\rthree \n", "one\ntwo\nthree"],
  ["control characters", "ab\u0007c\u001b[31md", "abc[31md"],
  ["turned direction", "user\u202Egnp.exe\u2066", "usergnp.exe"],
  ["zero width", "pass\u200Bword\uFEFF", "password"],
  ["emoji of several code points", "👩‍🚀 ❤️ 🏳️‍🌈", "👩‍🚀 ❤️ 🏳️‍🌈"],
  ["composed letters", "e\u0301", "é"],
  ["markup, unchanged", "<b>&amp;</b>", "<b>&amp;</b>"],
];
for (const [what, sent, kept] of cleaned) {
  test(`201: ${what}`, async () => {
    const mint = await aLiveShow(ada);
    expect((await say(bob.api, mint, sent)).text).toBe(kept);
  });
}

const refused: [string, unknown][] = [
  ["nothing", undefined],
  ["no text", ""],
  ["only space", " \n\t "],
  ["only invisible characters", "\u200B\u202E\u0007"],
  ["only a joiner", "\u200D"],
  ["too long", "x".repeat(501)],
  ["far too long", "x".repeat(5_000)],
  ["a number", 7],
  ["a list", ["hi"]],
];
for (const [what, text] of refused) {
  test(`400: ${what}`, async () => {
    const problem = expectProblem(await post(bob.api, await aLiveShow(ada), text), 400);
    expect(Object.keys(problem.errors ?? {})).toEqual(["text"]);
  });
}

test("429: the sixth message in ten seconds, for this person in this show only", async () => {
  const [mint, elsewhere] = [await aLiveShow(ada), await aLiveShow(ada)];
  const six = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => post(bob.api, mint, `${n}`)));
  const refused = six.filter(({ status }) => status !== 201);
  expect(refused).toHaveLength(1);
  for (const answer of refused) {
    const problem = expectProblem(answer, 429, "too-many-requests");
    expect(problem.retryAfterSeconds).toBeLessThanOrEqual(10);
  }
  await say(bob.api, elsewhere, "1");
  await say(ada.api, mint, "calm down");
});

test("429: slow mode applies to each viewer and guest separately, and not to hosts", async () => {
  const mint = await aLiveShow(ada);
  const guest = await aGuestOnStage(ada, await anInvite(ada, mint));
  await ada.api.ok(editLivestream, { params: { mint }, body: { slowModeSeconds: 30 } });
  for (const client of [bob.api, guest.browser]) {
    await say(client, mint, "one");
    const problem = expectProblem(await post(client, mint, "two"), 429, "slow-mode");
    expect(problem.retryAfterSeconds).toBeLessThanOrEqual(30);
  }
  await say(ada.api, mint, "one");
  await say(ada.api, mint, "two");
  await ada.api.ok(editLivestream, { params: { mint }, body: { slowModeSeconds: 0 } });
  await say(bob.api, mint, "two");
});

test("201: simultaneous messages get consecutive places without a gap", async () => {
  const mint = await aLiveShow(ada);
  const both = [ada.api, bob.api].flatMap((api) => [1, 2, 3, 4].map((n) => say(api, mint, `${n}`)));
  const seqs = (await Promise.all(both)).map(({ seq }) => seq).sort((a, b) => a - b);
  expect(seqs).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

test("400: the author cannot be chosen by the client", async () => {
  const mint = await aLiveShow(ada);
  const json = { text: "hi", author: { subject: ada.id, name: "Ada", role: "host" }, seq: 99 };
  const answer = await bob.api.send(`/livestreams/${mint}/chat`, { method: "POST", json });
  const { errors } = expectProblem(answer, 400, "invalid-request");
  expect(Object.keys(errors ?? {})).toEqual(["author", "seq"]);
});
