import { expect, test } from "vitest";
import { deleteChat, listMutes, mutePerson, postChat, unmutePerson } from "@/lib/contracts/chat";
import { leaveAsGuest } from "@/lib/contracts/guests";
import { editLivestream } from "@/lib/contracts/livestreams";
import { liftRestriction, listRestrictions, removeParticipant } from "@/lib/contracts/restrictions";
import { type Answer, Client } from "@/tests/support/api/client";
import { sql } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aGuestOnStage,
  aLiveShow,
  anAccount,
  anInvite,
  join,
  type Person,
} from "@/tests/support/api/factories";
import { signInByPage } from "@/tests/support/api/pages";

const [ada, bob] = await Promise.all([anAccount("Ada"), anAccount("Bob")]);

const allow = (host: Person, mint: string, chatWithoutAccount = true) =>
  host.api.ok(editLivestream, { params: { mint }, body: { chatWithoutAccount } });

async function anOpenChat(): Promise<string> {
  const mint = await aLiveShow(ada);
  await allow(ada, mint);
  return mint;
}

const post = (client: Client, mint: string, name?: string, text = "hi") =>
  client.call(postChat, { params: { mint }, body: { text, name } });

/** A browser that has written its first message, and the identity it got. */
async function aVisitor(mint: string, name = "Vic") {
  const browser = new Client();
  const answer = await post(browser, mint, name);
  expect(answer.status, answer.text).toBe(201);
  return { browser, answer, subject: authorOf(answer).subject };
}

const authorOf = ({ body }: Answer) =>
  (body as { author: { subject: string; name: string; role: string } }).author;

const removal = (mint: string, identity: string, ban = true) =>
  ada.api.call(removeParticipant, { params: { mint }, body: { identity, ban } });

test("401: without an account, unless a host allows it; 401 again once a host forbids it", async () => {
  const mint = await aLiveShow(ada);
  const browser = new Client();
  expectProblem(await post(browser, mint, "Vic"), 401, "not-signed-in");
  await allow(ada, mint);
  expect((await post(browser, mint, "Vic")).status).toBe(201);
  await allow(ada, mint, false);
  expectProblem(await post(browser, mint, "Vic"), 401, "not-signed-in");
  expectProblem(await post(new Client(), mint, "Vic"), 401, "not-signed-in");
});

test("403: viewers cannot allow it; 200: a co-host can", async () => {
  const mint = await aLiveShow(ada);
  const body = { chatWithoutAccount: true };
  expectProblem(await bob.api.call(editLivestream, { params: { mint }, body }), 403, "not-allowed");
  await join(ada, mint, bob, "host");
  await allow(bob, mint);
  await aVisitor(mint);
});

test("201: the first message takes a name, marks the author, and sets a cookie that scripts cannot read", async () => {
  const mint = await anOpenChat();
  const { answer } = await aVisitor(mint, "  Vic  Torrent ");
  expect(authorOf(answer)).toEqual({
    subject: expect.stringMatching(/^c_\w{22}$/),
    name: "Vic Torrent",
    role: "visitor",
  });
  const [cookie = "", ...others] = answer.headers.getSetCookie();
  expect(others).toEqual([]);
  expect(cookie).toMatch(
    /^greenroom-chat-\w+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=/,
  );
  expect(answer.text).not.toContain(cookie.split(/[=;]/)[1]);
});

test("201: the same browser keeps its identity and name; another browser is another person", async () => {
  const mint = await anOpenChat();
  const { browser, subject } = await aVisitor(mint);
  const again = await post(browser, mint, "Ada the second");
  expect(authorOf(again)).toMatchObject({ subject, name: "Vic" });
  expect(again.headers.getSetCookie()).toEqual([]);
  expect((await aVisitor(mint)).subject).not.toBe(subject);
});

test("400: no name, a name that shows nothing, and the name of a host", async () => {
  const mint = await anOpenChat();
  await join(ada, mint, bob, "host");
  for (const name of [undefined, " \u200b ", "ADA", "bob", "Ｂob", "Bo\u200db", "b\ufe0fob"]) {
    const problem = expectProblem(await post(new Client(), mint, name), 400, "invalid-request");
    expect(Object.keys(problem.errors ?? {})).toEqual(["name"]);
  }
});

test("404: a private show, whatever its setting says", async () => {
  const mint = await aLiveShow(ada, "private");
  await allow(ada, mint);
  expectProblem(await post(new Client(), mint, "Vic"), 404, "livestream-not-found");
});

test("201: an account or a guest's name comes before the chosen name", async () => {
  const mint = await anOpenChat();
  const { browser } = await aVisitor(mint);
  await signInByPage(bob, browser);
  expect(authorOf(await post(browser, mint, "Vic"))).toMatchObject({ name: "Bob", role: "viewer" });
  const guest = await aGuestOnStage(ada, await anInvite(ada, mint), "Grace");
  const { name, role } = authorOf(await post(guest.browser, mint, "Vic"));
  expect([name, role]).toEqual(["Grace", "guest"]);
});

test("401: a cookie of another show, and one made from a visitor's identity", async () => {
  const [here, there] = [await anOpenChat(), await anOpenChat()];
  const { browser, subject } = await aVisitor(there);
  const [secret = ""] = browser.cookies.values();
  await allow(ada, here, false);
  for (const value of [secret, subject]) {
    const forger = new Client();
    forger.cookies.set(`greenroom-chat-${here}`, value);
    const answer = await forger.call(deleteChat, { params: { mint: here, seq: "1" } });
    expectProblem(answer, 401, "not-signed-in");
  }
});

test("200: visitors delete their own messages; 403: not those of others", async () => {
  const mint = await anOpenChat();
  const [vic, val] = [await aVisitor(mint), await aVisitor(mint, "Val")];
  const remove = (seq: string) => vic.browser.call(deleteChat, { params: { mint, seq } });
  expect((await remove("1")).body).toMatchObject({ text: null });
  expectProblem(await remove("2"), 403, "not-allowed");
  expect((await ada.api.call(deleteChat, { params: { mint, seq: "2" } })).status).toBe(200);
  expect((await post(val.browser, mint)).status).toBe(201);
});

test("200: a host mutes a visitor, by name in the list and the event log, and unmutes them", async () => {
  const mint = await anOpenChat();
  const { browser, subject } = await aVisitor(mint);
  await ada.api.ok(mutePerson, { params: { mint }, body: { subject } });
  expectProblem(await post(browser, mint), 403, "muted");
  const { mutes } = await ada.api.ok(listMutes, { params: { mint } });
  expect(mutes).toMatchObject([{ subject, name: "Vic" }]);
  const [logged] = await sql<{ name: string }>(
    `select subject_name as name from audit_log where mint = '${mint}' and event = 'chat_muted'`,
  );
  expect(logged?.name).toBe("Vic");
  await ada.api.ok(unmutePerson, { params: { mint, subject } });
  expect((await post(browser, mint)).status).toBe(201);
});

test("200: a host bans a visitor, and lifts the ban", async () => {
  const mint = await anOpenChat();
  const { browser, subject } = await aVisitor(mint);
  expectProblem(await removal(mint, subject, false), 404, "participant-not-found");
  expect((await removal(mint, subject)).body).toEqual({ removed: true });
  expectProblem(await post(browser, mint), 403, "banned");
  const list = () => ada.api.ok(listRestrictions, { params: { mint } });
  expect((await list()).restrictions).toMatchObject([{ kind: "ban", subject, name: "Vic" }]);
  await ada.api.ok(liftRestriction, { params: { mint, subject } });
  expect((await list()).restrictions).toEqual([]);
  expect((await post(browser, mint)).status).toBe(201);
});

test("200: an account is banned by its message, hidden or gone; 404: someone who never wrote", async () => {
  const mint = await aLiveShow(ada);
  expectProblem(await removal(mint, bob.id), 404, "participant-not-found");
  await post(bob.api, mint);
  expect((await removal(mint, bob.id)).status).toBe(200);
  expectProblem(await post(bob.api, mint), 403, "banned");
  await post(ada.api, mint);
  expectProblem(await removal(mint, ada.id), 403, "not-allowed");
});

test("403: a guest who was banned or muted does not write as a visitor instead", async () => {
  const mint = await anOpenChat();
  const guest = await aGuestOnStage(ada, await anInvite(ada, mint));
  await ada.api.ok(mutePerson, { params: { mint }, body: { subject: guest.identity } });
  await guest.browser.ok(leaveAsGuest, { body: { roomId: mint } });
  expectProblem(await post(guest.browser, mint, "Vic"), 403, "muted");
  await removal(mint, guest.identity);
  expectProblem(await post(guest.browser, mint, "Vic"), 403, "banned");
});

test("429: the fourth message in ten seconds", async () => {
  const mint = await anOpenChat();
  const { browser } = await aVisitor(mint);
  expect((await post(browser, mint)).status).toBe(201);
  expect((await post(browser, mint)).status).toBe(201);
  expectProblem(await post(browser, mint), 429, "too-many-requests");
  expect((await post(bob.api, mint)).status).toBe(201);
});

test("429: the thirty-first new visitor from one address; those who are known still write", async () => {
  const mint = await anOpenChat();
  const { browser } = await aVisitor(mint);
  const newcomer = () => post(new Client(null, browser.address), mint, "Val");
  for (let more = 0; more < 29; more++) expect((await newcomer()).status).toBe(201);
  expectProblem(await newcomer(), 429, "too-many-requests");
  expect((await post(browser, mint)).status).toBe(201);
  await aVisitor(mint);
});

test("429: slow mode applies to visitors", async () => {
  const mint = await anOpenChat();
  const { browser } = await aVisitor(mint);
  await ada.api.ok(editLivestream, { params: { mint }, body: { slowModeSeconds: 30 } });
  expectProblem(await post(browser, mint), 429, "slow-mode");
});

test("403: another site cannot make its readers write, with a visitor's cookie or as someone new", async () => {
  const mint = await anOpenChat();
  const { browser } = await aVisitor(mint);
  const headers = { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" };
  for (const client of [browser, new Client()]) {
    const input = { params: { mint }, body: { text: "not mine", name: "Vic" } };
    expectProblem(await client.call(postChat, input, headers), 403, "cross-site-request");
  }
});
