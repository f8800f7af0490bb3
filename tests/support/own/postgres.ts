import { randomBytes } from "node:crypto";
import { afterAll } from "vitest";
import { migrate } from "@/scripts/migrate.mjs";
import { sql } from "../api/database";
import { server } from "../api/server";

/**
 * A separate database for one test file, beside the app's: only this process uses it. The app's modules
 * that the file imports use it from then on.
 */
export async function ownDatabase(): Promise<string> {
  const name = `own_${randomBytes(6).toString("hex")}`;
  const shared = server.databaseUrl;
  await sql(`create database ${name}`);
  const url = new URL(shared);
  url.pathname = `/${name}`;
  await migrate(url.href);
  process.env.DATABASE_URL = url.href;
  afterAll(async () => {
    process.env.DATABASE_URL = shared;
    await sql(`drop database ${name} with (force)`);
  });
  return url.href;
}
