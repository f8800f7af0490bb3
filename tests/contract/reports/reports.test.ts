import { expect, test } from "vitest";
import { deleteAccount, exportData } from "@/lib/contracts/accounts/own-data";
import { deleteChat, postChat } from "@/lib/contracts/chat";
import { deleteLivestream } from "@/lib/contracts/livestream-actions";
import { editLivestream, endLivestream } from "@/lib/contracts/livestreams";
import { listReportedMessages, reportLivestream, reportMessage } from "@/lib/contracts/reports";
import { type Answer, Client } from "@/tests/support/api/client";
import { limitKey, sql } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aGuestOnStage,
  aLiveShow,
  anAccount,
  anInvite,
  join,
  type Person,
  say,
} from "@/tests/support/api/factories";
import { signInByPage } from "@/tests/support/api/pages";

const [ada, bob, vera] = (await Promise.all(
  ["Ada", "Bob", "Vera"].map((name) => anAccount(name)),
)) as [Person, Person, Person];

type Body = { reason: "spam" | "illegal"; note?: string };
const spam: Body = { reason: "spam" };

const reportShow = (client: Client, mint: string, body = spam) =>
  client.call(reportLivestream, { params: { mint }, body });
const reportSeq = (client: Client, mint: string, seq: number, body = spam) =>
  client.call(reportMessage, { params: { mint, seq }, body });
const listed = async ({ api }: Person, mint: string) =>
  (await api.ok(listReportedMessages, { params: { mint } })).messages;
const stored = (mint: string) =>
  sql<{ seq: number; reason: string; note: string | null; text: string | null }>(
    "select seq, reason, note, text from reports where mint = $1 order by created_at, seq",
    [mint],
  );
const accepted = ({ status, body, text }: Answer) => {
  expect(status, text).toBe(201);
  expect(body).toEqual({ reported: true });
};

test("201: an account reports a show; again changes its one report", async () => {
  const mint = await aLiveShow(ada);
  accepted(await reportShow(bob.api, mint, { reason: "spam", note: "  Ads\n\n\n\nall day " }));
  accepted(await reportShow(bob.api, mint, { reason: "illegal" }));
  accepted(await reportShow(vera.api, mint));
  expect(await stored(mint)).toEqual([
    { seq: 0, reason: "illegal", note: null, text: null },
    { seq: 0, reason: "spam", note: null, text: null },
  ]);
  expect(await listed(ada, mint)).toEqual([]);
});

test("201: ten clicks at once are one report", async () => {
  const mint = await aLiveShow(ada);
  const { seq } = await say(vera.api, mint, "buy now");
  const cleo = await anAccount("Cleo");
  const clicks = Array.from({ length: 10 }, () => reportSeq(cleo.api, mint, seq));
  for (const answer of await Promise.all(clicks)) accepted(answer);
  expect(await listed(ada, mint)).toEqual([
    { seq, count: 1, reasons: [{ reason: "spam", count: 1 }] },
  ]);
});

test("201: a browser without an account is one reporter, by a cookie that scripts cannot read", async () => {
  const mint = await aLiveShow(ada);
  const { seq } = await say(vera.api, mint, "buy now");
  const browser = new Client();
  const first = await reportSeq(browser, mint, seq);
  accepted(first);
  const [cookie = "", ...others] = first.headers.getSetCookie();
  expect(others).toEqual([]);
  expect(cookie).toMatch(
    /^greenroom-report-\w+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=/,
  );
  const again = await reportSeq(browser, mint, seq, { reason: "illegal" });
  accepted(again);
  expect(again.headers.getSetCookie()).toEqual([]);
  accepted(await reportSeq(new Client(), mint, seq));
  expect(await listed(ada, mint)).toMatchObject([{ seq, count: 2 }]);
  const secret = cookie.split(/[=;]/)[1] ?? "";
  expect(await sql("select from reports where browser = $1", [secret])).toEqual([]);
});

test("404: a private show for strangers, a message that does not exist or was deleted", async () => {
  const hidden = await aLiveShow(ada, "private");
  const { seq } = await say(ada.api, hidden, "among us");
  for (const client of [bob.api, new Client()]) {
    expectProblem(await reportShow(client, hidden), 404, "livestream-not-found");
    expectProblem(await reportSeq(client, hidden, seq), 404, "livestream-not-found");
  }
  await join(ada, hidden, vera, "viewer");
  accepted(await reportSeq(vera.api, hidden, seq));
  const guest = await aGuestOnStage(ada, await anInvite(ada, hidden));
  accepted(await reportSeq(guest.browser, hidden, seq));
  expectProblem(await reportSeq(vera.api, hidden, seq + 1), 404, "message-not-found");
  await ada.api.ok(deleteChat, { params: { mint: hidden, seq } });
  expectProblem(await reportSeq(vera.api, hidden, seq), 404, "message-not-found");
});

test("403: one's own message, as an account, a guest or without an account", async () => {
  const mint = await aLiveShow(ada);
  await ada.api.ok(editLivestream, { params: { mint }, body: { chatWithoutAccount: true } });
  const guest = await aGuestOnStage(ada, await anInvite(ada, mint));
  const visitor = new Client();
  const body = { text: "hi", name: "Vic" };
  const { seq } = await visitor.ok(postChat, { params: { mint }, body });
  expectProblem(await reportSeq(visitor, mint, seq), 403, "not-allowed");
  for (const client of [bob.api, guest.browser]) {
    const own = await say(client, mint, "hello");
    expectProblem(await reportSeq(client, mint, own.seq), 403, "not-allowed");
  }
  // Signed in later, it is still the browser that wrote the message.
  await signInByPage(bob, visitor);
  expectProblem(await reportSeq(visitor, mint, seq), 403, "not-allowed");
});

test("400: an unknown reason, and a note of 501 characters", async () => {
  const mint = await aLiveShow(ada);
  const wrong = { reason: "boring" } as unknown as Body;
  expectProblem(await reportShow(bob.api, mint, wrong), 400, "invalid-request");
  const note = "x".repeat(501);
  const problem = expectProblem(
    await reportShow(bob.api, mint, { reason: "spam", note }),
    400,
    "invalid-request",
  );
  expect(Object.keys(problem.errors ?? {})).toEqual(["note"]);
});

test("403: another site cannot make its readers report", async () => {
  const mint = await aLiveShow(ada);
  const headers = { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" };
  const input = { params: { mint }, body: spam };
  const answer = await new Client().call(reportLivestream, input, headers);
  expectProblem(answer, 403, "cross-site-request");
});

test("429: twenty-one reports of an account, or thirty-one from an address without one, in ten minutes", async () => {
  const cleo = await anAccount("Cleo");
  const mint = await aLiveShow(ada);
  for (let times = 0; times < 20; times++) accepted(await reportShow(cleo.api, mint));
  expectProblem(await reportShow(cleo.api, mint), 429, "too-many-requests");
  const { address } = new Client();
  const newcomer = () => reportShow(new Client(null, address), mint);
  for (let times = 0; times < 30; times++) accepted(await newcomer());
  expectProblem(await newcomer(), 429, "too-many-requests");
  accepted(await reportShow(bob.api, mint));
});

test("429: the three hundred and first report of a show without an account in an hour; accounts and known browsers still report", async () => {
  const mint = await aLiveShow(ada);
  const known = new Client();
  accepted(await reportShow(known, mint));
  accepted(await reportShow(bob.api, mint));
  const key = limitKey("report-of-show", mint);
  const counted = () =>
    sql<{ points: number }>("select points from rate_limits where key = $1", [key]);
  expect(await counted()).toEqual([{ points: 1 }]);
  await sql("update rate_limits set points = 300 where key = $1", [key]);
  expectProblem(await reportShow(new Client(), mint), 429, "too-many-requests");
  accepted(await reportShow(known, mint, { reason: "illegal" }));
  accepted(await reportShow(vera.api, mint));
});

test("200: the export has the reports that the account sent, without other people's words", async () => {
  const mint = await aLiveShow(ada);
  const { seq } = await say(vera.api, mint, "somebody else's words");
  await reportSeq(bob.api, mint, seq, { reason: "spam", note: "Again" });
  const answer = await bob.api.call(exportData, {});
  const { reports } = answer.body as { reports: object[] };
  expect(reports[0]).toEqual({
    ...{ mint, message: seq, reason: "spam", note: "Again" },
    createdAt: expect.stringMatching(/Z$/),
  });
  expect(answer.text).not.toContain("somebody else's words");
});

test("reports stay without the name of a deleted account, and while they are open, without their show", async () => {
  const mint = await aLiveShow(ada);
  const [rita, otto] = await Promise.all([anAccount("Rita"), anAccount("Otto")]);
  const { seq } = await say(otto.api, mint, "buy now");
  await reportSeq(rita.api, mint, seq);
  for (const { api, password } of [rita, otto]) {
    await api.ok(deleteAccount, { body: { currentPassword: password } });
  }
  expect(
    await sql("select author_name, text, reporter_id from reports where mint = $1", [mint]),
  ).toEqual([{ author_name: null, text: "buy now", reporter_id: null }]);
  await ada.api.ok(endLivestream, { params: { mint } });
  await ada.api.ok(deleteLivestream, { params: { mint } });
  expect(await stored(mint)).toMatchObject([{ seq, text: "buy now" }]);
});
