import { afterAll, beforeAll, expect, test } from "vitest";
import { readAuditLog } from "@/lib/contracts/admin/audit-log";
import { forceEnd, listAllLivestreams } from "@/lib/contracts/admin/livestreams";
import { readEventLog } from "@/lib/contracts/event-log";
import { cancelLivestream, deleteLivestream } from "@/lib/contracts/livestream-actions";
import { editLivestream, endLivestream, readLivestream } from "@/lib/contracts/livestreams";
import { readSummary } from "@/lib/contracts/summary";
import { anAdmin } from "@/tests/support/api/admins";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aHostToken,
  aLiveShow,
  aLivestream,
  anAccount,
  type Person,
  unique,
} from "@/tests/support/api/factories";
import { passesTheGate } from "@/tests/support/api/gate";
import { connected, hangUpAll } from "@/tests/support/api/signal";
import { until } from "@/tests/support/api/until";

afterAll(hangUpAll);

let ada: Person;
let admin: Person;
beforeAll(async () => {
  [ada, admin] = await Promise.all([anAccount("Ada"), anAdmin()]);
});

const reason = "Shown without a license";
const ends = (mint: string, by = admin) =>
  by.api.call(forceEnd, { params: { mint }, body: { reason } });
const summaryOf = (mint: string) => ada.api.ok(readSummary, { params: { mint } });

test("200: all livestreams are found by title, creator and address, by phase and page by page", async () => {
  const word = unique("Quux");
  const title = (n: number) => ({ title: `${word} ${n}` });
  const planned = await aLivestream(ada, { ...title(1), visibility: "private" });
  const draft = await aLivestream(ada, { ...title(2), scheduledAt: null });
  const cancelled = await aLivestream(ada, title(3));
  await ada.api.ok(cancelLivestream, { params: { mint: cancelled.mint } });
  const live = await aLiveShow(ada, "private");
  await ada.api.ok(editLivestream, { params: { mint: live }, body: title(4) });
  const found = async (query: Record<string, string>) => {
    const { livestreams } = await admin.api.ok(listAllLivestreams, { query });
    return livestreams.map(({ mint }) => mint);
  };
  expect(await found({ q: word })).toEqual([live, cancelled.mint, draft.mint, planned.mint]);
  expect(await found({ q: word, phase: "live" })).toEqual([live]);
  expect(await found({ q: word, phase: "planned" })).toEqual([draft.mint, planned.mint]);
  expect(await found({ q: word, phase: "over" })).toEqual([cancelled.mint]);
  expect(await found({ q: `@${ada.handle} ${word}` })).toHaveLength(4);
  for (const q of [live, `https://live.example.org/watch/${live}?t=1`]) {
    expect(await found({ q })).toEqual([live]);
  }
  const first = await admin.api.ok(listAllLivestreams, { query: { q: word, limit: "3" } });
  const cursor = first.nextCursor ?? "";
  expect(await found({ q: word, limit: "3", cursor })).toEqual([planned.mint]);
});

test("200: a show ends at once for everyone, and its hosts read the reason everywhere", async () => {
  const mint = await aLiveShow(ada);
  const token = await aHostToken(ada, { mint, creator: ada });
  let gone = false;
  void (await connected(token)).closed.then(() => {
    gone = true;
  });
  const answer = await ends(mint);
  expect(answer.body).toMatchObject({ mint, status: "ended" });
  await until("the host is disconnected", () => gone, 2_000);
  expect(await passesTheGate(token)).toBe(false);
  expect((await summaryOf(mint)).forceEndReason).toBe(reason);
  const { entries } = await ada.api.ok(readEventLog, { params: { mint }, query: {} });
  expect(entries.find(({ event }) => event === "show_force_ended")).toMatchObject({
    identity: null,
    name: null,
    by: { name: "Alan Admin" },
    detail: reason,
  });
  // Viewers are not told.
  const seen = await ada.api.call(readLivestream, { params: { mint } });
  expect(seen.text).not.toContain(reason);
  expectProblem(await ends(mint), 409, "livestream-ended");
});

test("200: the audit log keeps the decision when the creator deletes the show", async () => {
  const title = unique("Forbidden");
  const { mint } = await aLivestream(ada, { title });
  await ends(mint);
  await ada.api.ok(deleteLivestream, { params: { mint } });
  const { entries } = await admin.api.ok(readAuditLog, { query: { q: mint } });
  expect(entries).toMatchObject([
    { event: "show_force_ended", show: { mint, title }, subject: null, detail: reason },
  ]);
});

test("403: a planned show that an admin cancelled cannot be reopened, and its hosts read why", async () => {
  const { mint, scheduledAt } = await aLivestream(ada);
  expect((await ends(mint)).body).toMatchObject({ status: "cancelled" });
  expect(await summaryOf(mint)).toMatchObject({ startedAt: null, forceEndReason: reason });
  const reopened = await ada.api.call(editLivestream, {
    params: { mint },
    body: { scheduledAt },
  });
  expectProblem(reopened, 403, "not-allowed");
  const shown = await ada.api.ok(readLivestream, { params: { mint } });
  expect(shown.status).toBe("cancelled");
});

test("404 and 403: a livestream that does not exist, and callers who are not admins", async () => {
  expectProblem(await ends("NoSuchShow123456"), 404, "livestream-not-found");
  const mint = await aLiveShow(ada);
  expectProblem(await ends(mint, ada), 403, "not-allowed");
  await ada.api.ok(endLivestream, { params: { mint } });
  expect((await summaryOf(mint)).forceEndReason).toBeNull();
});
