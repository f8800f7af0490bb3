import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { LogFile } from "@/scripts/launcher/log-file.mjs";
import { markOf } from "@/scripts/launcher/processes.mjs";
import { startPostgres } from "@/scripts/launcher/services/postgres.mjs";
import { Client } from "@/tests/support/api/client";
import { withDatabase } from "@/tests/support/api/database";
import { aFreePort } from "@/tests/support/free-port";

const fixture = join(dirname(dirname(fileURLToPath(import.meta.url))), "fixtures", "upgrade");
const read = (file: string) => readFileSync(join(fixture, file), "utf8");

/** Everything the people of the old installation know. */
export const known = JSON.parse(read("known.json")) as {
  accounts: Record<"ada" | "grace" | "katherine" | "alan", { email: string; password: string }>;
  livestreams: Record<"ended" | "live" | "scheduled" | "unlisted" | "private", string>;
  invites: Record<"open" | "named" | "usedUp" | "revoked" | "private", string>;
  guests: Record<
    "waiting" | "onStage" | "backstage" | "denied" | "banned" | "left" | "private",
    { identity: string; cookie: string }
  >;
  apiKey: string;
  streamKey: string;
};

/** The browser of a person who was there. */
export function browserWith(cookie: string): Client {
  const [name = "", value = ""] = cookie.split("=");
  const browser = new Client();
  browser.cookies.set(name, value);
  return browser;
}

/** Moves its times to now: invites and absent guests expire. */
const moveTimesToNow = `
  do $$
  declare
    made constant timestamptz := (select max(sent_at) from chat_messages);
    stored record;
  begin
    for stored in
      select table_name, column_name from information_schema.columns
      where table_schema = 'public' and data_type = 'timestamp with time zone'
    loop
      execute format('update %1$I set %2$I = %2$I + (now() - %3$L::timestamptz)', stored.table_name, stored.column_name, made);
    end loop;
  end $$`;

/** Restores the data folder of a Greenroom of commit 197c6dc, as an upgrade finds it. */
export async function restoreOldInstallation(dataDir: string): Promise<void> {
  mkdirSync(dataDir, { recursive: true });
  cpSync(join(fixture, "secrets.json"), join(dataDir, "secrets.json"));
  const { postgresPassword: password } = JSON.parse(read("secrets.json"));
  const port = await aFreePort();
  const log = new LogFile(dataDir, "postgres", 1);
  const options = { dataDir, port, password, fresh: true, log };
  const postgres = await startPostgres(options, (_, pid) => markOf(pid));
  await withDatabase(postgres.url, async (database) => {
    await database.query(read("197c6dc.sql"));
    await database.query(moveTimesToNow);
  });
  await postgres.stop();
}
