import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { login } from "@/lib/contracts/accounts/auth";
import { readChat } from "@/lib/contracts/chat";
import { guestState } from "@/lib/contracts/guests";
import { createInvite } from "@/lib/contracts/invites";
import {
  createLivestream,
  endLivestream,
  goLive,
  listLivestreams,
} from "@/lib/contracts/livestreams";
import { testDataDir } from "@/scripts/launcher/test-settings.mjs";
import { migrate } from "@/scripts/migrate.mjs";
import { anotherApp } from "@/tests/support/api/another-app";
import { Client } from "@/tests/support/api/client";
import { sql, withDatabase } from "@/tests/support/api/database";
import { say } from "@/tests/support/api/factories";
import { greenroom } from "@/tests/support/api/greenroom";
import { aPicture } from "@/tests/support/api/pictures";
import { server } from "@/tests/support/api/server";
import { anInstallation, type OwnInstallation } from "@/tests/support/own/installation";

const folder = mkdtempSync(join(tmpdir(), "greenroom-backup-"));
const file = join(folder, "a.backup");
const databases: string[] = [];
let own: OwnInstallation;
let mint: string;
let inviteToken: string;
let saved: Awaited<ReturnType<typeof greenroom>>;

const messages = ["Hello, everybody.", 'A "quoted" word and a \\ backslash'];

async function emptyDatabase(): Promise<string> {
  const name = `restored_${randomBytes(6).toString("hex")}`;
  await sql(`create database ${name}`);
  databases.push(name);
  const url = new URL(server.databaseUrl);
  url.pathname = `/${name}`;
  return url.href;
}

const emptyFolder = () => mkdtempSync(join(folder, "data-"));
const secretsIn = (dataDir: string) =>
  JSON.parse(readFileSync(join(dataDir, "secrets.json"), "utf8"));

/** Every row that a crash of PostgreSQL would not lose, as text. */
const contents = (url: string) =>
  withDatabase(url, async (database) => {
    const tables = await database.query<{ name: string }>(`
      select oid::regclass::text as name from pg_class
      where relkind = 'r' and relpersistence = 'p'
        and relnamespace in ('public'::regnamespace, 'drizzle'::regnamespace)`);
    const all: Record<string, unknown[]> = {};
    for (const { name } of tables.rows) {
      all[name] = (
        await database.query(`select t::text as row from ${name} t order by row`)
      ).rows.map(({ row }) => row);
    }
    const sequences = await database.query(
      "select sequencename, last_value from pg_sequences where schemaname = 'public' order by 1",
    );
    return { ...all, sequences: sequences.rows };
  });

beforeAll(async () => {
  own = await anInstallation();
  const { admin } = own;
  const created = await admin.ok(createLivestream, { body: { title: "Opening night" } });
  ({ mint } = created);
  const put = {
    method: "PUT",
    raw: await aPicture(),
    headers: { "content-type": "image/jpeg" },
  };
  expect((await admin.send(`/livestreams/${mint}/cover`, put)).status).toBe(200);
  await admin.ok(goLive, { params: { mint } });
  for (const text of messages) await say(admin, mint, text);
  const body = { orgId: "founder", roomId: mint, durationSeconds: 3_600 };
  const { inviteUrl } = await admin.ok(createInvite, { body });
  inviteToken = new URL(inviteUrl).searchParams.get("invite_token") ?? "";
  saved = await greenroom(["backup", file], testDataDir, { DATABASE_URL: own.databaseUrl });
  await own.app.stop();
}, 120_000);

afterAll(async () => {
  await own.stop();
  for (const name of databases) await sql(`drop database ${name} with (force)`);
  rmSync(folder, { recursive: true });
});

test("a backup is readable by its owner only, and says that it is secret", () => {
  expect(saved).toMatchObject({ code: 0, err: "" });
  expect(saved.out).toContain("Keep this file secret");
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test("what was backed up while Greenroom ran is there after restoring it: accounts, shows, chat, pictures, invites", async () => {
  const [databaseUrl, dataDir] = [await emptyDatabase(), emptyFolder()];
  const restored = await greenroom(["restore", file], dataDir, { DATABASE_URL: databaseUrl });
  expect(restored).toMatchObject({ code: 0, err: "" });
  expect(secretsIn(dataDir)).toEqual(secretsIn(testDataDir));
  expect(statSync(join(dataDir, "secrets.json")).mode & 0o777).toBe(0o600);
  expect(await contents(databaseUrl)).toEqual(await contents(own.databaseUrl));

  const { sessionSecret, apiJwtSecret, inviteKey } = secretsIn(dataDir);
  const app = await anotherApp({
    ...{ DATABASE_URL: databaseUrl, SESSION_SECRET: sessionSecret },
    ...{ API_JWT_SECRET: apiJwtSecret, INVITE_KEY: inviteKey },
  });
  try {
    const { token } = await new Client(null, undefined, app.url).ok(login, { body: own.founder });
    const founder = new Client(token, undefined, app.url);
    const { livestreams } = await founder.ok(listLivestreams, { query: { mine: "true" } });
    expect(livestreams).toMatchObject([{ mint, title: "Opening night" }]);
    expect((await fetch(new URL(livestreams[0]?.cover ?? "", app.url))).status).toBe(200);
    const chat = await founder.ok(readChat, { params: { mint }, query: {} });
    expect(chat.messages.map(({ text }) => text)).toEqual(messages);
    const guest = new Client(null, undefined, app.url);
    expect(await guest.ok(guestState, { body: { inviteToken } })).toMatchObject({
      invite: "valid",
    });
    await say(founder, mint, "And on it goes.");
    await founder.ok(endLivestream, { params: { mint } });
  } finally {
    await app.stop();
  }
}, 90_000);

test("a damaged, incomplete or newer backup is refused, and nothing changes", async () => {
  const whole = readFileSync(file);
  const text = gunzipSync(whole).toString();
  const flipped = Buffer.from(whole);
  flipped[whole.length >> 1] = ~(flipped[whole.length >> 1] ?? 0);
  const newer = text.replace(/"schema":\d+/, '"schema":9000000000000');
  const otherFormat = text.replace('"format":1', '"format":2');
  const refusals: [Buffer, string][] = [
    [flipped, "it is damaged"],
    [whole.subarray(0, whole.length - 20), "it is damaged"],
    [gzipSync(text.split("\n").toSpliced(3, 1).join("\n")), "it is damaged"],
    [gzipSync(newer), "from a newer Greenroom"],
    [gzipSync(otherFormat), "from a newer Greenroom"],
  ];
  const DATABASE_URL = await emptyDatabase();
  await Promise.all(
    refusals.map(async ([bytes, sentence], n) => {
      const [bad, dataDir] = [join(folder, `bad-${n}`), emptyFolder()];
      writeFileSync(bad, bytes);
      const { code, err } = await greenroom(["restore", bad], dataDir, { DATABASE_URL });
      expect(err).toContain(sentence);
      expect(err).not.toMatch(/^ {4}at /m);
      expect(code).toBe(1);
      expect(readdirSync(dataDir)).toEqual([]);
    }),
  );
  await withDatabase(DATABASE_URL, async (database) => {
    const tables = "select from pg_tables where schemaname in ('public', 'drizzle')";
    expect((await database.query(tables)).rowCount).toBe(0);
  });
}, 60_000);

test("a database or a data folder that has an installation is refused, and nothing changes", async () => {
  const [before, dataDir] = [await contents(own.databaseUrl), emptyFolder()];
  const onto = { DATABASE_URL: own.databaseUrl };
  const { code, err } = await greenroom(["restore", file], dataDir, onto);
  expect(err).toContain("There is an installation in this database already.");
  expect(code).toBe(1);
  expect(await contents(own.databaseUrl)).toEqual(before);
  expect(readdirSync(dataDir)).not.toContain("secrets.json");

  const DATABASE_URL = await emptyDatabase();
  writeFileSync(join(dataDir, "secrets.json"), '{"sessionSecret":"another one"}');
  const other = await greenroom(["restore", file], dataDir, { DATABASE_URL });
  expect(other.err).toContain(`There is an installation in ${dataDir} already.`);
  expect(secretsIn(dataDir)).toMatchObject({ sessionSecret: "another one" });
}, 60_000);

test("a backup of an earlier version is restored as it is, and upgraded by the next start", async () => {
  const [old, restored, dataDir] = [await emptyDatabase(), await emptyDatabase(), emptyFolder()];
  const dump = readFileSync("tests/fixtures/upgrade/197c6dc.sql", "utf8");
  await withDatabase(old, (database) => database.query(dump));
  const before = await contents(old);
  await greenroom(["backup", folder], emptyFolder(), { DATABASE_URL: old });
  const [name = ""] = readdirSync(folder).filter((each) => each.startsWith("greenroom-"));
  await greenroom(["restore", join(folder, name)], dataDir, { DATABASE_URL: restored });
  expect(await contents(restored)).toEqual(before);
  await migrate(restored);
}, 60_000);

test("a database that a newer Greenroom has upgraded is refused, and not touched", async () => {
  const url = await emptyDatabase();
  await migrate(url);
  await withDatabase(url, (database) =>
    database.query("update drizzle.__drizzle_migrations set created_at = created_at + 1"),
  );
  const before = await contents(url);
  await expect(migrate(url)).rejects.toThrow("A newer Greenroom has upgraded this database.");
  expect(await contents(url)).toEqual(before);
});
