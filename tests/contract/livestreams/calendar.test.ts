import { beforeAll, expect, test } from "vitest";
import { readCalendar } from "@/lib/contracts/calendar";
import { createLivestream, editLivestream, endLivestream } from "@/lib/contracts/livestreams";
import { Client } from "@/tests/support/api/client";
import { expectProblem } from "@/tests/support/api/expect-problem";
import { aLivestream, anAccount, join, type Person } from "@/tests/support/api/factories";
import { server } from "@/tests/support/api/server";

const nobody = new Client();
let ada: Person;
beforeAll(async () => {
  ada = await anAccount();
});

const scheduledAt = "2031-07-03T18:00:00.000Z";
const calendar = (client: Client, mint: string) => client.call(readCalendar, { params: { mint } });

/** The file's lines as a calendar reads them, with folded lines joined. */
const linesOf = (text: string) => text.replaceAll("\r\n ", "").split("\r\n");

test("200: a calendar file with one event, at the planned start", async () => {
  const { mint } = await aLivestream(ada, { scheduledAt });
  const answer = await calendar(nobody, mint);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  expect(answer.headers.get("content-disposition")).toBe(`attachment; filename="${mint}.ics"`);
  const lines = linesOf(answer.text);
  expect(lines.at(0)).toBe("BEGIN:VCALENDAR");
  expect(lines.filter((line) => line === "BEGIN:VEVENT")).toHaveLength(1);
  expect(lines).toContain("DTSTART:20310703T180000Z");
  expect(lines).toContain("DTEND:20310703T190000Z");
  expect(lines).toContain(`UID:${mint}@${new URL(server.url).hostname}`);
  expect(lines).toContain(`URL;VALUE=URI:${server.url}/watch/${mint}`);
  expect(lines).toContain("STATUS:CONFIRMED");
});

test("200: people's text cannot end a line or start an event", async () => {
  const body = {
    title: `Ada, Grace; and a \\ ${"long ".repeat(15)}`,
    description: "First line\nEND:VEVENT\nBEGIN:VEVENT, with; signs",
    scheduledAt,
  };
  const { mint, title } = await ada.api.ok(createLivestream, { body });
  const { text } = await calendar(nobody, mint);
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const lines = linesOf(text);
  const escaped = title.replace(/[\\,;]/g, (sign) => `\\${sign}`);
  expect(lines).toContain(`SUMMARY:${escaped}`);
  expect(lines.filter((line) => line === "BEGIN:VEVENT")).toHaveLength(1);
  expect(lines.some((line) => line.startsWith("DESCRIPTION:First line\\nEND:VEVENT\\n"))).toBe(
    true,
  );
  await ada.api.ok(endLivestream, { params: { mint } });
});

test("200: a later download keeps its UID, is the newer version, and marks a cancelled show", async () => {
  const { mint } = await aLivestream(ada, { scheduledAt });
  const first = linesOf((await calendar(nobody, mint)).text);
  const later = "2031-07-04T18:00:00.000Z";
  await ada.api.ok(editLivestream, { params: { mint }, body: { scheduledAt: later } });
  await ada.api.ok(endLivestream, { params: { mint } });
  const second = linesOf((await calendar(nobody, mint)).text);
  const named = (lines: string[], name: string) => lines.find((line) => line.startsWith(name));
  expect(named(second, "UID:")).toBe(named(first, "UID:"));
  const sequence = (lines: string[]) => Number(named(lines, "SEQUENCE:")?.slice(9));
  expect(sequence(second)).toBeGreaterThanOrEqual(sequence(first));
  expect(second).toContain("DTSTART:20310704T180000Z");
  expect(second).toContain("STATUS:CANCELLED");
});

test("404: a stranger cannot tell a private show from a missing one; 200: an allowed viewer", async () => {
  const { mint } = await aLivestream(ada, { scheduledAt, visibility: "private" });
  const none = await calendar(nobody, "NoSuchShow123456");
  expectProblem(none, 404, "livestream-not-found");
  expect((await calendar(nobody, mint)).text).toBe(none.text);
  const bob = await anAccount();
  await join(ada, mint, bob, "viewer");
  expect((await calendar(bob.api, mint)).status).toBe(200);
});

test("409: a show without a planned start", async () => {
  const { mint } = await aLivestream(ada, { scheduledAt: null });
  expectProblem(await calendar(nobody, mint), 409, "no-planned-start");
});
