import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appContext } from "@/lib/context";
import { readCalendar } from "@/lib/contracts/calendar";
import { readEventLog } from "@/lib/contracts/event-log";
import { guestState, roomAuth } from "@/lib/contracts/guests";
import { createInvite } from "@/lib/contracts/invites";
import { cancelLivestream, deleteLivestream } from "@/lib/contracts/livestream-actions";
import {
  editLivestream,
  endLivestream,
  goLive,
  type Livestream,
  listLivestreams,
  readLivestream,
} from "@/lib/contracts/livestreams";
import { readOEmbed } from "@/lib/contracts/oembed";
import { putCover } from "@/lib/contracts/pictures";
import { createStreamKey } from "@/lib/contracts/stream-keys";
import { deleteLivestream as deleteLivestreamOf } from "@/lib/show/delete-livestream";
import { Client } from "@/tests/support/api/client";
import { sql } from "@/tests/support/api/database";
import { follow } from "@/tests/support/api/event-stream";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aGuestOnStage,
  aGuestWaiting,
  aLiveShow,
  aLivestream,
  anAccount,
  anInvite,
  aViewerToken,
  join,
  type Person,
  say,
} from "@/tests/support/api/factories";
import { aPicture } from "@/tests/support/api/pictures";
import { server } from "@/tests/support/api/server";
import { connected, hangUpAll, participantsOf } from "@/tests/support/api/signal";

const nobody = new Client();
afterAll(hangUpAll);
const scheduledAt = "2031-07-03T18:00:00.000Z";
let ada: Person;
let bob: Person;
beforeAll(async () => {
  [ada, bob] = await Promise.all([anAccount("Ada Lovelace"), anAccount()]);
});

const cancel = (mint: string, { api } = ada) => api.call(cancelLivestream, { params: { mint } });
const remove = (mint: string, { api } = ada) => api.call(deleteLivestream, { params: { mint } });
const read = (mint: string) => nobody.ok(readLivestream, { params: { mint } });
const pageOf = (mint: string) =>
  nobody.send(`/watch/${mint}`, { headers: { accept: "text/html", "accept-language": "en" } });

describe("200: a cancelled livestream", () => {
  test("was never live: it has not ended, whichever URL cancelled it", async () => {
    for (const by of [cancelLivestream, endLivestream]) {
      const { mint } = await aLivestream(ada);
      const cancelled = await ada.api.ok(by, { params: { mint } });
      expect(cancelled).toMatchObject({ status: "cancelled", startedAt: null, scheduledAt });
      expect(Date.parse(cancelled.endedAt ?? "")).toBeGreaterThan(Date.now() - 60_000);
      expect(await ada.api.ok(by, { params: { mint } })).toEqual(cancelled);
    }
  });

  test("is listed only for its hosts", async () => {
    const { mint } = await aLivestream(ada);
    await cancel(mint);
    const listed = async (client: Client, query: object) => {
      const page = await client.ok(listLivestreams, { query: { limit: 100, ...query } });
      return page.livestreams.map((each) => each.mint);
    };
    const status = "cancelled" as const;
    expect(await listed(nobody, { creator: ada.handle })).not.toContain(mint);
    expect(await listed(nobody, { status })).not.toContain(mint);
    expect(await listed(ada.api, { status, mine: "true" })).toContain(mint);
    expect(await listed(ada.api, { status: "ended", mine: "true" })).not.toContain(mint);
  });

  test("says so in calendars, players of other sites and link previews", async () => {
    const { mint, title } = await aLivestream(ada);
    await cancel(mint);
    const calendar = await nobody.call(readCalendar, { params: { mint } });
    expect(calendar.text).toContain("STATUS:CANCELLED");
    const query = { url: `${server.url}/watch/${mint}` };
    expect((await nobody.ok(readOEmbed, { query })).title).toBe(`Cancelled: ${title}`);
    const { text } = await pageOf(mint);
    expect(text).toContain(`<meta property="og:title" content="Cancelled: ${title}"`);
    expect(text).toMatch(/<meta name="robots" content="noindex"/);
    expect(text).toMatch(/<title>[^<]*Cancelled/);
  });

  test("tells everyone who waits: viewers and guests, whose invite works no longer", async () => {
    const { mint } = await aLivestream(ada);
    const invite = await anInvite(ada, mint);
    const guest = await aGuestWaiting(invite);
    const stream = await follow(nobody, mint);
    await stream.next("livestream");
    const known = stream.frames.length;
    await cancel(mint);
    const { data } = await stream.next("livestream", known);
    expect(data).toMatchObject({ status: "cancelled" });
    stream.close();
    const body = { inviteToken: invite.token };
    expect(await guest.browser.ok(guestState, { body })).toMatchObject({
      livestream: { status: "cancelled" },
      guest: { status: "expired" },
    });
    const knock = { ...body, guestName: "Grace" };
    const refusal = await new Client().call(roomAuth, { body: knock });
    const { detail } = expectProblem(refusal, 409, "livestream-ended");
    expect(detail).toBe("This livestream was cancelled.");
  });

  test("takes place after all once a host sets a time, and its invites work again", async () => {
    const { mint } = await aLivestream(ada);
    await join(ada, mint, bob, "host");
    const invite = await anInvite(ada, mint);
    await cancel(mint);
    expectProblem(await ada.api.call(goLive, { params: { mint } }), 409, "livestream-ended");
    const rename = { params: { mint }, body: { title: "Renamed" } };
    expect((await ada.api.ok(editLivestream, rename)).status).toBe("cancelled");
    const later = "2031-08-03T18:00:00.000Z";
    const reopen = { params: { mint }, body: { scheduledAt: later } };
    const reopened = await bob.api.ok(editLivestream, reopen);
    expect(reopened).toMatchObject({ status: "scheduled", scheduledAt: later, endedAt: null });
    await aGuestWaiting(invite);
    expect((await ada.api.ok(goLive, { params: { mint } })).status).toBe("live");
  });

  test("stays cancelled when its start time is cleared; reopening it is in the event log", async () => {
    const { mint } = await aLivestream(ada);
    await cancel(mint);
    const params = { mint };
    const clear = { params, body: { scheduledAt: null, timeZone: null } };
    expect(await ada.api.ok(editLivestream, clear)).toMatchObject({
      status: "cancelled",
      scheduledAt: null,
    });
    await ada.api.ok(editLivestream, { params, body: { scheduledAt } });
    await ada.api.ok(editLivestream, { params, body: { scheduledAt } });
    const { entries } = await ada.api.ok(readEventLog, { params, query: {} });
    const reopened = entries.filter(({ event }) => event === "show_reopened");
    expect(reopened).toMatchObject([{ by: { name: "Ada Lovelace" } }]);
  });

  test("that was a draft is a draft again", async () => {
    const { mint } = await aLivestream(ada, { scheduledAt: null });
    expect(((await cancel(mint)).body as Livestream).status).toBe("cancelled");
    const reopen = { params: { mint }, body: { scheduledAt: null } };
    expect((await ada.api.ok(editLivestream, reopen)).status).toBe("draft");
  });
});

test("409: a live show cannot be cancelled, nor one that has ended", async () => {
  const mint = await aLiveShow(ada);
  expectProblem(await cancel(mint), 409, "livestream-live");
  expect((await read(mint)).status).toBe("live");
  await ada.api.ok(endLivestream, { params: { mint } });
  expectProblem(await cancel(mint), 409, "livestream-ended");
  const body = { scheduledAt };
  const edited = await ada.api.ok(editLivestream, { params: { mint }, body });
  expect(edited.status).toBe("ended");
});

test("200: going live and cancelling at once: one of them happens", async () => {
  const { mint } = await aLivestream(ada);
  const [cancelled, live] = await Promise.all([
    cancel(mint),
    ada.api.call(goLive, { params: { mint } }),
  ]);
  const { status } = await read(mint);
  expect(["live", "cancelled"]).toContain(status);
  expect(cancelled.status).toBe(status === "cancelled" ? 200 : 409);
  expect([200, 409]).toContain(live.status);
});

describe("200: a deleted livestream", () => {
  test("is gone with everything in it; its links answer like unknown ones", async () => {
    const mint = await aLiveShow(ada);
    await join(ada, mint, bob, "host");
    await ada.api.ok(putCover, { params: { mint }, body: await aPicture() });
    await ada.api.ok(createStreamKey, { params: { mint }, body: { name: "OBS" } });
    const invite = await anInvite(ada, mint);
    const { browser } = await aGuestOnStage(ada, invite);
    await aViewerToken(bob, mint, false);
    await say(ada.api, mint, "Hello");
    await ada.api.ok(endLivestream, { params: { mint } });
    expect((await remove(mint)).body).toEqual({ deleted: true });

    const of = { params: { mint } };
    const unknown = { params: { mint: "NoSuchShow123456" } };
    for (const client of [nobody, ada.api, bob.api]) {
      const answer = await client.call(readLivestream, of);
      expect(answer.text).toBe((await client.call(readLivestream, unknown)).text);
    }
    const [page, none] = [await pageOf(mint), await pageOf("NoSuchShow123456")];
    expect([page.status, none.status]).toEqual([404, 404]);
    const body = { inviteToken: invite.token };
    expectProblem(await browser.call(guestState, { body }), 404, "invite-not-found");
    expectProblem(await remove(mint), 404, "livestream-not-found");
    const tables = await sql<{ table_name: string }>(
      "select table_name from information_schema.columns where column_name = 'mint' and table_schema = 'public'",
    );
    expect(tables.length).toBeGreaterThan(8);
    for (const { table_name: table } of tables) {
      const where = table === "webhook_events" ? "and event <> 'room_finished'" : "";
      const rows = await sql(`select mint from ${table} where mint = $1 ${where}`, [mint]);
      expect([table, rows]).toEqual([table, []]);
    }
  });

  test("tells those who waited for it that it is cancelled, then that it is deleted, and ends there", async () => {
    const { mint } = await aLivestream(ada);
    const stream = await follow(nobody, mint);
    await stream.next("livestream");
    const known = stream.frames.length;
    expect((await remove(mint)).status).toBe(200);
    expect((await stream.next("livestream", known)).data).toMatchObject({ status: "cancelled" });
    expect((await stream.next("deleted", known)).data).toEqual({});
    await stream.ended();
    stream.close();
  });
});

test("409: a live show cannot be deleted, and stays as it is", async () => {
  const mint = await aLiveShow(ada);
  await say(ada.api, mint, "Hello");
  await connected(await aViewerToken(bob, mint, false));
  expectProblem(await remove(mint), 409, "livestream-live");
  expect((await read(mint)).status).toBe("live");
  expect(await participantsOf(mint)).toHaveLength(1);
  const [left] = await sql<{ n: number }>(
    "select count(*)::int n from participants where mint = $1",
    [mint],
  );
  expect(left?.n).toBeGreaterThan(0);
});

test("403: a co-host may cancel, but not delete; 404: a stranger cannot tell a private show from a missing one", async () => {
  const cleo = await anAccount();
  const { mint } = await aLivestream(ada, { visibility: "private" });
  await join(ada, mint, bob, "host");
  for (const act of [cancel, remove]) {
    const none = await act("NoSuchShow123456", cleo);
    expectProblem(none, 404, "livestream-not-found");
    expect((await act(mint, cleo)).text).toBe(none.text);
  }
  expectProblem(await remove(mint, bob), 403, "not-allowed");
  expect((await cancel(mint, bob)).status).toBe(200);
  const body = { orgId: ada.handle, roomId: mint, durationSeconds: 60 };
  expectProblem(await ada.api.call(createInvite, { body }), 409, "livestream-ended");
});

test("503: a livestream whose rooms cannot be closed is not deleted", async () => {
  const account = await anAccount();
  const { mint } = await aLivestream(account);
  const unreachable = () => Promise.reject(new Error("LiveKit is unreachable"));
  const context = appContext();
  const [row] = await sql<{ id: string }>("select * from accounts where id = $1", [account.id]);
  await expect(
    deleteLivestreamOf(
      { ...context, livekit: { ...context.livekit, rooms: unreachable } },
      row as never,
      mint,
    ),
  ).rejects.toMatchObject({ code: "livekit-unavailable" });
  expect((await read(mint)).status).toBe("cancelled");
  expect((await remove(mint, account)).status).toBe(200);
});
