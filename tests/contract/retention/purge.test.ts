import { beforeAll, expect, test } from "vitest";
import type { Account } from "@/lib/accounts/account";
import { appContext } from "@/lib/context";
import { createLivestream } from "@/lib/livestreams/create-livestream";
import { purge } from "@/lib/mirror/purge";
import { purgeShows } from "@/lib/mirror/purge-shows";
import { readSummary } from "@/lib/show/read-summary";
import { signUp } from "@/lib/sign-up/sign-up";
import { sql } from "@/tests/support/api/database";
import { ownDatabase } from "@/tests/support/own/postgres";

await ownDatabase();
process.env.KEEP_CHAT_DAYS = "400";
const context = appContext();

const days = (count: number) => `now() - interval '${count} days'`;
const daysAgo = (count: number) => new Date(Date.now() - count * 86_400_000);
const countOf = async (table: string, where = "true") => {
  const [row] = await sql<{ n: number }>(`select count(*)::int n from ${table} where ${where}`);
  return row?.n;
};

let mint = "";
let accountId = "";
let ada: Account;

beforeAll(async () => {
  const person = { email: "ada@example.org", handle: "ada", name: "Ada", password: "long enough" };
  ada = await signUp(context, person);
  accountId = ada.id;
  const wanted = { title: "Over", description: "", visibility: "public" as const, tags: [] };
  ({ mint } = await createLivestream(context, ada, wanted));
});

/** A show that ended so many days ago, with a row in every table about its people. */
async function ended(ago: number): Promise<string> {
  const show = `Ended${ago}Ended`;
  await sql(`
    insert into livestreams (mint, creator_id, org_id, title, visibility, status, ended_at)
      values ('${show}', '${accountId}', 'ada', 'Over', 'public', 'ended', ${days(ago)});
    insert into invites (jti, mint, org_id, created_by, allow_all, allowed_admins, expires_at)
      values ('i${show}', '${show}', 'ada', '${accountId}', true, '{}', ${days(ago)});
    insert into participants (mint, identity, role, account_id, name, hidden) values
      ('${show}', '${accountId}', 'host', '${accountId}', 'Ada', false),
      ('${show}', 'g_1', 'guest', null, 'Grace', false);
    insert into guests (mint, identity, jti, name, secret_hash, status, version)
      values ('${show}', 'g_1', 'i${show}', 'Grace', 'x', 'expired', 1);
    insert into restrictions (mint, subject, kind, created_by)
      values ('${show}', 'g_1', 'ban', '${accountId}');
    insert into chat_visitors (mint, identity, name, secret_hash)
      values ('${show}', 'c_1', 'Vic', 'x');
    insert into audit_log (mint, event, decided_by, decided_by_name, subject, subject_name)
      values ('${show}', 'guest_admitted', '${accountId}', 'Ada', 'g_1', 'Grace');
    insert into featured_viewers (mint, account_id, created_by)
      values ('${show}', '${accountId}', '${accountId}');
    insert into chat_messages (mint, seq, revision, author, author_name, author_role, text, sent_at)
      values ('${show}', 1, 1, '${accountId}', 'Ada', 'host', 'Hello', ${days(ago)});`);
  return show;
}

test("links in mail are deleted once they have expired, with what they would confirm", async () => {
  await sql(`insert into pending_sign_ups (email, handle, name, password_hash, hash, expires_at) values
    ('old@example.org', 'old', 'Old', 'x', 'h1', now() - interval '1 second'),
    ('new@example.org', 'new', 'New', 'x', 'h2', now() + interval '1 hour')`);
  await sql(`insert into email_changes (account_id, email, hash, expires_at)
    values ('${accountId}', 'ada@example.com', 'h3', now() - interval '1 second')`);
  await purge(context);
  expect(await countOf("pending_sign_ups")).toBe(1);
  expect(await countOf("pending_sign_ups", "handle = 'new'")).toBe(1);
  expect(await countOf("email_changes")).toBe(0);
});

test("LiveKit's events are deleted after thirty days, however many there are", async () => {
  const event = (id: string, count: number, daysAgo: number) =>
    sql(`insert into webhook_events (id, event, created_at)
      select '${id}' || n, 'room_started', ${days(daysAgo)} from generate_series(1, ${count}) n`);
  await event("old", 7_500, 31);
  await event("new", 3, 29);
  expect(await purge(context)).toBe(true);
  expect(await countOf("webhook_events")).toBe(2_503);
  expect(await purge(context)).toBe(false);
  expect(await countOf("webhook_events")).toBe(3);
});

test("events of livestreams that no longer exist are deleted after a day, reserved handles when they are free", async () => {
  await sql(`insert into webhook_events (id, event, mint, created_at) values
    ('late', 'room_finished', 'NoLongerExists12', ${days(2)}),
    ('fresh', 'room_finished', 'NoLongerExists12', now()),
    ('known', 'room_finished', '${mint}', ${days(2)})`);
  await sql(`insert into former_handles (handle, account_id, reserved_until) values
    ('free', null, ${days(1)}), ('reserved', null, ${days(-1)}), ('former', '${accountId}', null)`);
  await purge(context);
  const ids = await sql("select id from webhook_events where mint is not null order by id");
  expect(ids).toEqual([{ id: "fresh" }, { id: "known" }]);
  const handles = await sql("select handle from former_handles order by handle");
  expect(handles).toEqual([{ handle: "former" }, { handle: "reserved" }]);
});

test("sessions, encoder sessions and revoked keys are deleted thirty days after their end", async () => {
  const session = (id: string, expires: string, endedAt: string) =>
    sql(`insert into sessions (id, account_id, door, expires_at, ended_at)
      values ('${id}', '${accountId}', 'pages', ${expires}, ${endedAt})`);
  await session("expired", days(31), "null");
  await session("ended", days(-10), days(31));
  await session("lately", days(-10), days(29));
  await session("lives", days(-10), "null");
  await sql(`insert into stream_keys (id, mint, name, hash, ending, created_by, revoked_at) values
    ('revoked', '${mint}', 'OBS', 'h1', 'xxxx', '${accountId}', ${days(31)}),
    ('holds', '${mint}', 'OBS', 'h2', 'xxxx', '${accountId}', null)`);
  await sql(`insert into encoder_sessions (id, key_id, mint, identity, sid, ended_at) values
    ('of-revoked', 'revoked', '${mint}', 'e_1', 'a', null),
    ('long-ago', 'holds', '${mint}', 'e_2', 'b', ${days(31)}),
    ('open', 'holds', '${mint}', 'e_2', 'c', null)`);
  await sql(`insert into api_keys (id, account_id, name, scopes, hash, ending, revoked_at) values
    ('revoked', '${accountId}', 'Bot', '{}', 'h1', 'xxxx', ${days(31)}),
    ('holds', '${accountId}', 'Bot', '{}', 'h2', 'xxxx', null)`);
  await purge(context);
  const idsOf = async (table: string) =>
    (await sql<{ id: string }>(`select id from ${table} order by id`)).map(({ id }) => id);
  expect(await idsOf("sessions")).toEqual(["lately", "lives"]);
  expect(await idsOf("encoder_sessions")).toEqual(["open"]);
  expect(await idsOf("stream_keys")).toEqual(["holds"]);
  expect(await idsOf("api_keys")).toEqual(["holds"]);
});

test("ninety days after a show its people are deleted, its chat when the setting says so; the show stays", async () => {
  const [recent, old, older] = [await ended(89), await ended(91), await ended(401)];
  await purge(context);
  const people = ["participants", "guests", "invites", "restrictions", "featured_viewers"];
  const tables = [...people, "audit_log", "chat_visitors"];
  for (const table of tables) {
    expect([table, await countOf(table, `mint = '${recent}'`)]).not.toEqual([table, 0]);
    expect([table, await countOf(table, `mint in ('${old}', '${older}')`)]).toEqual([table, 0]);
  }
  expect(await countOf("chat_messages", `mint = '${old}'`)).toBe(1);
  expect(await countOf("chat_messages", `mint = '${older}'`)).toBe(0);
  expect(await countOf("livestreams", `mint in ('${recent}', '${old}', '${older}')`)).toBe(3);
});

test("livestreams are deleted with everything in them so many days after their end, if the setting says so", async () => {
  const [old, recent] = [await ended(501), await ended(499)];
  await sql(`
    insert into livestreams (mint, creator_id, org_id, title, visibility, status, ended_at) values
      ('OldCancelled', '${accountId}', 'ada', 'Never', 'public', 'cancelled', ${days(501)});
    insert into livestreams (mint, creator_id, org_id, title, visibility, status, created_at) values
      ('OldPlanned', '${accountId}', 'ada', 'Some day', 'public', 'scheduled', ${days(900)}),
      ('OldLive', '${accountId}', 'ada', 'Still on', 'public', 'live', ${days(900)});
    insert into webhook_events (id, event, mint) values ('of-old', 'room_finished', '${old}')`);
  const mints = `'${old}', '${recent}', 'OldCancelled', 'OldPlanned', 'OldLive'`;
  const left = async () =>
    (await sql<{ mint: string }>(`select mint from livestreams where mint in (${mints})`)).length;
  await purge(context);
  expect(await left()).toBe(5);
  await sql("update installation set keep_shows_days = 500");
  // Its hosts can read when.
  const summary = await readSummary(context, ada, recent);
  expect(Date.parse(summary.deletedAt ?? "") - Date.parse(summary.endedAt)).toBe(500 * 86_400_000);
  await purge(context);
  expect(await left()).toBe(3);
  for (const table of ["participants", "chat_messages", "webhook_events", "invites"]) {
    expect([table, await countOf(table, `mint = '${old}'`)]).toEqual([table, 0]);
  }
  await sql("update installation set keep_shows_days = null");
  await sql("delete from livestreams where mint in ('OldPlanned', 'OldLive')");
});

test("a cancelled livestream that is planned again at that moment stays, with its people and its room", async () => {
  const show = await ended(601);
  await sql("update livestreams set status = 'cancelled' where mint = $1", [show]);
  const closed: string[] = [];
  const livekit = {
    ...context.livekit,
    rooms: async ([room = ""]: string[]) => {
      await sql(`update livestreams set status = 'scheduled', ended_at = null
        where mint = '${show}'`);
      return new Map([[room, "RM_1"]]);
    },
    deleteRoom: async (room: string) => void closed.push(room),
  };
  await purgeShows({ ...context, livekit }, daysAgo(600));
  expect(closed).toEqual([]);
  expect(await countOf("livestreams", `mint = '${show}'`)).toBe(1);
  expect(await countOf("participants", `mint = '${show}'`)).toBe(2);
});

test("a livestream that cannot be deleted does not stop the others; a long chat is deleted in parts", async () => {
  const [stuck, long] = [await ended(651), await ended(650)];
  await sql(`insert into chat_messages
    (mint, seq, revision, author, author_name, author_role, text, sent_at)
    select '${long}', n, n, '${accountId}', 'Ada', 'host', 'Hello', now()
      from generate_series(2, 6000) n`);
  await sql(`
    create function refuse() returns trigger language plpgsql as $$ begin raise 'stuck'; end $$;
    create trigger stuck before delete on livestreams for each row
      when (old.mint = '${stuck}') execute function refuse()`);
  expect(await purgeShows(context, daysAgo(640))).toBe(true);
  expect(await countOf("chat_messages", `mint = '${long}'`)).toBe(1_000);
  expect(await purgeShows(context, daysAgo(640))).toBe(false);
  expect(await countOf("livestreams", `mint in ('${stuck}', '${long}')`)).toBe(1);
  await sql(`drop function refuse cascade; delete from livestreams where mint = '${stuck}'`);
});

test("more livestreams than are deleted at once are deleted by the next purges", async () => {
  await sql(`insert into livestreams (mint, creator_id, org_id, title, visibility, status, ended_at)
    select 'Many' || n || 'Many', '${accountId}', 'ada', 'Over', 'public', 'ended', ${days(701)}
      from generate_series(1, 45) n`);
  const before = daysAgo(700);
  const more: boolean[] = [];
  for (let times = 0; times < 3; times++) more.push(await purgeShows(context, before));
  expect(more).toEqual([true, true, false]);
  expect(await countOf("livestreams", "mint like 'Many%'")).toBe(0);
});

test("ninety days after them, admins' decisions are deleted", async () => {
  const decided = (detail: string, daysAgo: number) =>
    sql(`insert into audit_log (event, detail, created_at)
      values ('settings_changed', '${detail}', ${days(daysAgo)})`);
  await decided("old", 91);
  await decided("recent", 89);
  await purge(context);
  expect(await sql("select detail from audit_log where mint is null")).toEqual([
    { detail: "recent" },
  ]);
});

test("ninety days after an admin decided about them, reports are deleted; open ones stay, except from people without an account", async () => {
  const reported = (id: string, decidedAt: string, browser = "null", at = days(400)) =>
    sql(`insert into reports (id, mint, show_title, creator_id, creator_name, seq, reason, browser, decided_at, created_at)
      values ('${id}', '${mint}', 'Over', '${accountId}', 'Ada', 0, 'spam', ${browser}, ${decidedAt}, ${at})`);
  await reported("open", "null");
  await reported("stranger-lately", "null", "'a'", days(89));
  await reported("stranger", "null", "'b'", days(91));
  await reported("recent", days(89));
  await reported("old", days(91));
  await purge(context);
  expect(await sql("select id from reports order by id")).toEqual([
    { id: "open" },
    { id: "recent" },
    { id: "stranger-lately" },
  ]);
});

test("viewers who left or never connected, and expired rate limits, are deleted", async () => {
  await sql(`
    insert into participants (mint, identity, role, name, hidden, created_at, left_at, sid) values
      ('${mint}', 'v_gone', 'viewer', '', true, ${days(3)}, ${days(2)}, null),
      ('${mint}', 'v_never', 'viewer', '', true, ${days(3)}, null, null),
      ('${mint}', 'v_lately', 'viewer', '', true, ${days(3)}, now(), null),
      ('${mint}', 'v_here', 'viewer', '', true, ${days(3)}, null, 'PA_1');
    insert into rate_limits (key, points, expire) values
      ('over', 1, ${Date.now() - 60_000}), ('counts', 1, ${Date.now() + 60_000})`);
  await purge(context);
  const left = await sql(
    "select identity from participants where role = 'viewer' and mint = $1 order by identity",
    [mint],
  );
  expect(left).toEqual([{ identity: "v_here" }, { identity: "v_lately" }]);
  expect(await countOf("rate_limits", "key in ('over', 'counts')")).toBe(1);
});
