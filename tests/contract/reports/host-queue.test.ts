import { afterAll, expect, test } from "vitest";
import { deleteChat } from "@/lib/contracts/chat";
import { editLivestream } from "@/lib/contracts/livestreams";
import { dismissReports, listReportedMessages, reportMessage } from "@/lib/contracts/reports";
import { Client } from "@/tests/support/api/client";
import { closeStreams, follow } from "@/tests/support/api/event-stream";
import { expectProblem } from "@/tests/support/api/expect-problem";
import { aLiveShow, anAccount, join, type Person, say } from "@/tests/support/api/factories";
import { until } from "@/tests/support/api/until";

afterAll(closeStreams);

const [ada, bob, mo, vera] = (await Promise.all(
  ["Ada", "Bob", "Mo", "Vera"].map((name) => anAccount(name)),
)) as [Person, Person, Person, Person];

type Body = { reason: "spam" | "illegal"; note?: string };
const reportSeq = (client: Client, mint: string, seq: number, body: Body = { reason: "spam" }) =>
  client.ok(reportMessage, { params: { mint, seq }, body });
const listed = async ({ api }: Person, mint: string) =>
  (await api.ok(listReportedMessages, { params: { mint } })).messages;

test("200: hosts and moderators read how many and why, not who and not the note", async () => {
  const mint = await aLiveShow(ada);
  await join(ada, mint, mo, "moderator");
  const { seq } = await say(vera.api, mint, "buy now");
  await reportSeq(bob.api, mint, seq, { reason: "illegal", note: "I know her" });
  await reportSeq(new Client(), mint, seq);
  await reportSeq(new Client(), mint, seq);
  for (const { api } of [ada, mo]) {
    const answer = await api.call(listReportedMessages, { params: { mint } });
    expect(answer.body).toEqual({
      messages: [
        {
          ...{ seq, count: 3 },
          reasons: [
            { reason: "spam", count: 2 },
            { reason: "illegal", count: 1 },
          ],
        },
      ],
    });
  }
  const refused = await bob.api.call(listReportedMessages, { params: { mint } });
  expectProblem(refused, 403, "not-allowed");
});

test("200: a moderator dismisses them for the hosts; a new report lists the message again; a deleted one is gone", async () => {
  const mint = await aLiveShow(ada);
  await join(ada, mint, mo, "moderator");
  const { seq } = await say(vera.api, mint, "buy now");
  await reportSeq(bob.api, mint, seq);
  const dismiss = ({ api }: Person) => api.call(dismissReports, { params: { mint, seq } });
  expectProblem(await dismiss(bob), 403, "not-allowed");
  for (const { status } of await Promise.all([dismiss(mo), dismiss(ada)])) expect(status).toBe(200);
  expect(await listed(ada, mint)).toEqual([]);
  await reportSeq(bob.api, mint, seq, { reason: "illegal" });
  expect(await listed(ada, mint)).toEqual([]);
  await reportSeq(new Client(), mint, seq);
  expect(await listed(ada, mint)).toMatchObject([{ seq, count: 1 }]);
  await ada.api.ok(deleteChat, { params: { mint, seq } });
  expect(await listed(ada, mint)).toEqual([]);
});

test("the event stream brings new and dismissed reports and those of deleted messages to hosts and moderators only", async () => {
  const mint = await aLiveShow(ada);
  await join(ada, mint, mo, "moderator");
  const { seq } = await say(vera.api, mint, "buy now");
  const streams = await Promise.all([ada, mo].map(({ api }) => follow(api, mint)));
  const strangers = await Promise.all([bob.api, new Client()].map((each) => follow(each, mint)));
  for (const { next } of streams) expect((await next("reports")).data).toEqual({ messages: [] });
  await reportSeq(new Client(), mint, seq);
  const newest = (frames: { event: string; data: unknown }[]) =>
    frames.filter(({ event }) => event === "reports").at(-1)?.data;
  for (const { frames } of streams) {
    await until("the report", () => JSON.stringify(newest(frames)).includes('"count":1'));
  }
  await mo.api.ok(dismissReports, { params: { mint, seq } });
  for (const { frames } of streams) {
    await until("no report", () => JSON.stringify(newest(frames)) === '{"messages":[]}');
  }
  await reportSeq(new Client(), mint, seq);
  for (const { frames } of streams) {
    await until("another", () => JSON.stringify(newest(frames)).includes('"count":1'));
  }
  await ada.api.ok(deleteChat, { params: { mint, seq } });
  for (const { frames } of streams) {
    await until("none again", () => JSON.stringify(newest(frames)) === '{"messages":[]}');
  }
  await ada.api.ok(editLivestream, { params: { mint }, body: { title: "Renamed" } });
  for (const { frames } of strangers) {
    await until("the new title", () => JSON.stringify(frames).includes("Renamed"));
    expect(frames.map(({ event }) => event)).not.toContain("reports");
  }
});

test("a reader who becomes a moderator gets the next reports on the stream that is already open", async () => {
  const mint = await aLiveShow(ada);
  const [first, second] = [await say(vera.api, mint, "buy"), await say(vera.api, mint, "now")];
  const stream = await follow(mo.api, mint);
  await stream.next("livestream");
  await reportSeq(bob.api, mint, first.seq);
  await join(ada, mint, mo, "moderator");
  await reportSeq(bob.api, mint, second.seq);
  const { data } = await stream.next("reports");
  expect(data).toMatchObject({ messages: [{ seq: second.seq }, { seq: first.seq }] });
  stream.close();
});
