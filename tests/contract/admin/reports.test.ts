import { beforeAll, expect, test } from "vitest";
import { deleteAccount } from "@/lib/contracts/accounts/own-data";
import { readAuditLog } from "@/lib/contracts/admin/audit-log";
import { decideReports, deleteReportedMessage, listReports } from "@/lib/contracts/admin/reports";
import { deleteChat, readChat } from "@/lib/contracts/chat";
import { readEventLog } from "@/lib/contracts/event-log";
import { deleteLivestream } from "@/lib/contracts/livestream-actions";
import { endLivestream } from "@/lib/contracts/livestreams";
import {
  dismissReports,
  listReportedMessages,
  reportLivestream,
  reportMessage,
} from "@/lib/contracts/reports";
import { anAdmin } from "@/tests/support/api/admins";
import { Client } from "@/tests/support/api/client";
import { expectProblem } from "@/tests/support/api/expect-problem";
import { aLiveShow, anAccount, type Person, say } from "@/tests/support/api/factories";

let ada: Person;
let bob: Person;
let vera: Person;
let admin: Person;
let second: Person;
beforeAll(async () => {
  [ada, bob, vera, admin, second] = await Promise.all([
    anAccount("Ada"),
    anAccount("Bob"),
    anAccount("Vera"),
    anAdmin(),
    anAdmin("Zoe Admin"),
  ]);
});

type Body = { reason: "spam" | "violence"; note?: string };
const report = (client: Client, mint: string, seq: number, body: Body = { reason: "spam" }) =>
  seq === 0
    ? client.ok(reportLivestream, { params: { mint }, body })
    : client.ok(reportMessage, { params: { mint, seq }, body });
const listed = async (query: Record<string, string>) =>
  (await admin.api.ok(listReports, { query })).subjects;
const decide = (
  ...[by, mint, seq, outcome, latestAt = new Date().toISOString()]: [
    by: Person,
    mint: string,
    seq: number,
    outcome: "dismissed" | "handled",
    latestAt?: string,
  ]
) => by.api.call(decideReports, { params: { mint, seq: `${seq}` }, body: { outcome, latestAt } });
const decisions = async (mint: string, event: "report_dismissed" | "report_handled") =>
  (await admin.api.ok(readAuditLog, { query: { q: mint, event } })).entries;

test("200: one row for each message and show, with reporters and notes, searched and page by page", async () => {
  const mint = await aLiveShow(ada);
  const { seq } = await say(vera.api, mint, "Buy followers now");
  await report(bob.api, mint, seq, { reason: "violence", note: "She threatened me" });
  await report(new Client(), mint, seq);
  await report(new Client(), mint, seq);
  await report(vera.api, mint, 0);
  const all = await listed({ q: mint });
  expect(all).toEqual([
    {
      show: {
        ...{ mint, title: expect.any(String), creator: "Ada" },
        ...{ status: "live", visibility: "public" },
      },
      message: null,
      account: { handle: ada.handle, name: "Ada", role: "user", suspended: false },
      count: 1,
      reasons: [{ reason: "spam", count: 1 }],
      latest: [
        {
          ...{ reason: "spam", note: null, createdAt: expect.stringMatching(/Z$/) },
          reporter: { handle: vera.handle, name: "Vera" },
        },
      ],
      latestAt: expect.stringMatching(/Z$/),
      ...{ dismissedByHostsAt: null, decision: null },
    },
    expect.objectContaining({
      message: { seq, text: "Buy followers now", author: "Vera", deleted: false },
      account: { handle: vera.handle, name: "Vera", role: "user", suspended: false },
      count: 3,
      reasons: [
        { reason: "spam", count: 2 },
        { reason: "violence", count: 1 },
      ],
    }),
  ]);
  expect(all[1]?.latest.map(({ reporter, note }) => [reporter?.name ?? null, note])).toEqual([
    [null, null],
    [null, null],
    ["Bob", "She threatened me"],
  ]);
  for (const words of ["followers", "threatened", `@${vera.handle}`]) {
    expect(await listed({ q: `${mint} ${words}` })).toEqual([all[1]]);
  }
  const first = await admin.api.ok(listReports, { query: { q: mint, limit: "1" } });
  expect(first.subjects).toEqual([all[0]]);
  const cursor = first.nextCursor ?? "";
  expect(await listed({ q: mint, limit: "1", cursor })).toEqual([all[1]]);
});

test("200: the text stays after a host dismisses the reports and deletes the message", async () => {
  const mint = await aLiveShow(ada);
  const { seq } = await say(ada.api, mint, "The host's own insult");
  await report(bob.api, mint, seq);
  await ada.api.ok(dismissReports, { params: { mint, seq } });
  await ada.api.ok(deleteChat, { params: { mint, seq } });
  expect(await listed({ q: mint })).toMatchObject([
    {
      message: { text: "The host's own insult", deleted: true },
      dismissedByHostsAt: expect.stringMatching(/Z$/),
      decision: null,
    },
  ]);
  await report(bob.api, mint, 0);
  expect(await listed({ q: mint })).toHaveLength(2);
});

test("200: a decision closes all open reports for hosts too, and is in the audit log once; a later report opens a new row", async () => {
  const mint = await aLiveShow(ada);
  const { seq } = await say(vera.api, mint, "Buy now");
  await report(bob.api, mint, seq);
  await report(new Client(), mint, seq);
  const answer = await decide(admin, mint, seq, "handled");
  expect(answer.body).toMatchObject({
    count: 2,
    decision: { outcome: "handled", by: "Alan Admin", at: expect.stringMatching(/Z$/) },
  });
  expect(await listed({ q: mint })).toEqual([]);
  expect(await ada.api.ok(listReportedMessages, { params: { mint } })).toEqual({ messages: [] });
  expect(await decisions(mint, "report_handled")).toMatchObject([
    { by: { name: "Alan Admin" }, subject: null, show: { mint }, detail: "message" },
  ]);
  const { entries } = await ada.api.ok(readEventLog, { params: { mint }, query: {} });
  expect(entries.map(({ event }) => event)).not.toContain("report_handled");

  await report(bob.api, mint, seq, { reason: "violence" });
  expect(await listed({ q: mint })).toMatchObject([{ count: 1, decision: null }]);
  expect(await listed({ q: mint, state: "all" })).toHaveLength(2);
  expect(await listed({ q: mint, state: "decided" })).toEqual([answer.body]);
});

test("200: a decision leaves reports open that came later, or were changed since the admin read them", async () => {
  const mint = await aLiveShow(ada);
  await report(bob.api, mint, 0);
  const [first] = await listed({ q: mint });
  await report(vera.api, mint, 0, { reason: "violence" });
  const answer = await decide(admin, mint, 0, "dismissed", first?.latestAt);
  expect(answer.body).toMatchObject({ count: 1, decision: { outcome: "dismissed" } });
  const [second] = await listed({ q: mint });
  expect(second).toMatchObject({ count: 1, reasons: [{ reason: "violence", count: 1 }] });
  await report(vera.api, mint, 0, { reason: "violence", note: "Look at the end" });
  const late = await decide(admin, mint, 0, "dismissed", second?.latestAt);
  expect(late.body).toMatchObject({ latest: [{ note: "Look at the end" }], decision: null });
  expect(await listed({ q: mint })).toEqual([late.body]);
  expect(await decisions(mint, "report_dismissed")).toHaveLength(1);
});

test("200: open reports outlive their show and its creator's account, and are decided; decided ones go with the show", async () => {
  const carl = await anAccount("Carl");
  const mint = await aLiveShow(carl);
  const { seq } = await say(carl.api, mint, "The host's own insult");
  await report(bob.api, mint, 0, { reason: "violence" });
  await decide(admin, mint, 0, "dismissed");
  await report(bob.api, mint, 0);
  await report(bob.api, mint, seq);
  await carl.api.ok(endLivestream, { params: { mint } });
  await carl.api.ok(deleteLivestream, { params: { mint } });
  const gone = { mint, creator: "Carl", status: null, visibility: null };
  expect(await listed({ q: `${mint} @${carl.handle}`, state: "all" })).toMatchObject([
    { show: gone, account: { handle: carl.handle }, message: { author: "Carl", deleted: true } },
    { show: gone, account: { handle: carl.handle }, message: null, count: 1, decision: null },
  ]);
  await carl.api.ok(deleteAccount, { body: { currentPassword: carl.password } });
  expect(await listed({ q: `${mint} Carl` })).toMatchObject([
    {
      ...{ show: gone, account: null },
      message: { text: "The host's own insult", author: null, deleted: true },
    },
    { show: gone, account: null, message: null },
  ]);
  const params = { mint, seq: `${seq}` };
  const answer = await admin.api.call(deleteReportedMessage, { params });
  expectProblem(answer, 404, "livestream-not-found");
  for (const about of [0, seq]) {
    const { body } = await decide(admin, mint, about, "handled");
    expect(body).toMatchObject({ show: gone, decision: { outcome: "handled" } });
  }
  expect(await listed({ q: mint })).toEqual([]);
  expect(await decisions(mint, "report_handled")).toMatchObject([
    { show: { mint }, detail: "message" },
    { show: { mint }, detail: "livestream" },
  ]);
});

test("200: of two admins at once, both get the first decision", async () => {
  const mint = await aLiveShow(ada);
  await report(bob.api, mint, 0);
  const answers = await Promise.all([
    ...[decide(admin, mint, 0, "handled"), decide(second, mint, 0, "dismissed")],
    ...[decide(second, mint, 0, "dismissed"), decide(admin, mint, 0, "handled")],
  ]);
  for (const { status, body } of answers) {
    expect(status).toBe(200);
    expect(body).toEqual(answers[0]?.body);
  }
  const logged = await Promise.all([
    decisions(mint, "report_handled"),
    decisions(mint, "report_dismissed"),
  ]);
  expect(logged.flat()).toHaveLength(1);
});

test("200: an admin deletes a reported message, also twice; 404: one that nobody reported", async () => {
  const mint = await aLiveShow(ada);
  const { seq } = await say(vera.api, mint, "Buy now");
  const remove = () => admin.api.call(deleteReportedMessage, { params: { mint, seq: `${seq}` } });
  expectProblem(await remove(), 404, "report-not-found");
  expectProblem(await decide(admin, mint, seq, "handled"), 404, "report-not-found");
  await report(bob.api, mint, seq);
  for (let times = 0; times < 2; times++) {
    expect((await remove()).body).toMatchObject({ message: { deleted: true }, decision: null });
  }
  const { messages } = await new Client().ok(readChat, { params: { mint }, query: {} });
  expect(messages).toMatchObject([{ seq, text: null, revision: 2 }]);
  const { entries } = await ada.api.ok(readEventLog, { params: { mint }, query: {} });
  expect(entries.filter(({ event }) => event === "message_deleted")).toMatchObject([
    { by: { name: "Alan Admin" }, name: "Vera" },
  ]);
});
