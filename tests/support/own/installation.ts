import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { Client as Postgres } from "pg";
import { login, signUp } from "@/lib/contracts/accounts/auth";
import { type AnotherApp, anotherApp } from "../api/another-app";
import { Client } from "../api/client";
import { hasFollowers, withDatabase } from "../api/database";
import { server } from "../api/server";
import { until } from "../api/until";

type Settings = Record<string, string>;

/** A Greenroom of a test's own, which may change settings that all its people share. */
export type OwnInstallation = {
  app: AnotherApp;
  databaseUrl: string;
  /** Its super admin, signed in. */
  admin: Client;
  /** What its super admin signs in with. */
  founder: { email: string; password: string };
  sql: <R extends Record<string, unknown>>(text: string, values?: unknown[]) => Promise<R[]>;
  /** Locks rows until `release` has waited for someone who wants them, made a change and committed. */
  hold: (text: string) => Promise<{ release: (change: string) => Promise<void> }>;
  /** Someone without an account, at an address of their own. */
  stranger: () => Client;
  /** Another process on the same database. */
  secondApp: (settings?: Settings) => Promise<AnotherApp>;
  stop: () => Promise<void>;
};

/**
 * Starts one with a database of its own, on the tests' LiveKit.
 *
 * @param prepare statements that run in the database before its migrations
 */
export async function anInstallation(
  settings: Settings = {},
  prepare = "",
): Promise<OwnInstallation> {
  const name = `installation_${randomBytes(6).toString("hex")}`;
  const url = new URL(server.databaseUrl);
  url.pathname = `/${name}`;
  const shared = (text: string) => withDatabase(server.databaseUrl, (each) => each.query(text));
  await shared(`create database ${name}`);
  if (prepare) await withDatabase(url.href, (each) => each.query(prepare));
  // In a process of its own, because Playwright compiles to CommonJS, which has no import.meta.
  const env = { ...process.env, DATABASE_URL: url.href };
  await promisify(execFile)(process.execPath, ["scripts/migrate.mjs"], { env });
  const apps: AnotherApp[] = [];
  const start = async (more: Settings = {}) => {
    const started = await anotherApp({ DATABASE_URL: url.href, ...more });
    apps.push(started);
    return started;
  };
  const app = await start(settings);
  const stranger = () => new Client(null, undefined, app.url);
  const founder = { email: "founder@example.net", password: "the founder's own" };
  const code = server.founderCode;
  await stranger().ok(signUp, { body: { ...founder, handle: "founder", name: "Founder", code } });
  const { token } = await stranger().ok(login, { body: founder });
  return {
    ...{ app, databaseUrl: url.href },
    admin: new Client(token, undefined, app.url),
    founder,
    sql: (text, values = []) =>
      withDatabase(url.href, async (database) => (await database.query(text, values)).rows),
    hold: async (text) => {
      const database = new Postgres({ connectionString: url.href });
      await database.connect();
      await database.query("begin");
      await database.query(text);
      const release = async (change: string) => {
        await until("someone waits for the lock", () => hasFollowers(database));
        await database.query(change);
        await database.query("commit");
        await database.end();
      };
      return { release };
    },
    stranger,
    secondApp: start,
    stop: async () => {
      for (const each of apps) await each.stop();
      await shared(`drop database ${name} with (force)`);
    },
  };
}
