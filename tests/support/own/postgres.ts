import { randomBytes } from "node:crypto";
import { afterAll } from "vitest";
import { migrate } from "@/scripts/migrate.mjs";
import { sql } from "../api/database";
import { server } from "../api/server";

/**
 * A database of a test file's own, beside the app's: whatever runs on it is this process alone. The
 * app's modules that this file imports use it from here on.
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
