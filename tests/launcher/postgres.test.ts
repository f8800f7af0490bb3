import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { LogFile } from "@/scripts/launcher/log-file.mjs";
import { markOf } from "@/scripts/launcher/processes.mjs";
import { startPostgres } from "@/scripts/launcher/services/postgres.mjs";
import { withDatabase } from "@/tests/support/api/database";
import { aFreePort } from "@/tests/support/free-port";

const dataDir = mkdtempSync(join(tmpdir(), "greenroom-postgres-"));
chmodSync(dataDir, 0o755);
const port = await aFreePort();
const log = new LogFile(dataDir, "postgres", 1);
const pidFile = join(dataDir, "postgres", "postmaster.pid");

const start = () =>
  startPostgres({ dataDir, port, password: "a password", fresh: false, log }, (_, pid) =>
    markOf(pid),
  );

afterAll(() => rmSync(dataDir, { recursive: true }));

test("when a statement fails, no email address, token or password is in its log", async () => {
  const { url, stop } = await start();
  const secret = "ada@example.org";
  await withDatabase(url, async (database) => {
    await database.query("create table people (email text primary key check (email <> ''))");
    const insert = "insert into people values ($1)";
    await database.query(insert, [secret]);
    await expect(database.query(insert, [secret])).rejects.toThrow("duplicate key");
    await expect(database.query(`insert into people values ('${secret}')`)).rejects.toThrow();
    await expect(database.query(`select '${secret}' from nowhere`)).rejects.toThrow();
    await expect(
      database.query(`do $$ begin insert into people values ('${secret}'); end $$`),
    ).rejects.toThrow("duplicate key");
  });
  await stop();
  const written = readFileSync(log.path, "utf8");
  expect(written).toContain("duplicate key value violates unique constraint");
  expect(written).not.toContain(secret);
});

test("a postmaster.pid from before a power cut does not stop it, even if another process has that ID now", async () => {
  const before = await start();
  const left = readFileSync(pidFile, "utf8");
  await before.stop();
  // PostgreSQL looks only at its own user's processes.
  const { uid, gid } = statSync(join(dataDir, "postgres"));
  const other = spawn("sleep", ["60"], { uid, gid, stdio: "ignore" });
  try {
    writeFileSync(pidFile, left.replace(/^\d+/, String(other.pid)));
    const after = await start();
    await withDatabase(after.url, (database) => database.query("select 1"));
    await after.stop();
    expect(other.exitCode).toBeNull();
  } finally {
    other.kill();
  }
});

test.each(["", "half a nu"])("a postmaster.pid cut off to %j does not stop it", async (left) => {
  await (await start()).stop();
  writeFileSync(pidFile, left);
  const after = await start();
  await withDatabase(after.url, (database) => database.query("select 1"));
  await after.stop();
});
