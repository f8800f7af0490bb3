import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { newestMigration } from "../../../lib/db/newest-migration.mjs";
import { connect } from "../../migrate.mjs";
import { runningUrl } from "../installation-lock.mjs";
import { print } from "../output.mjs";
import { fromRoot, typedPath } from "../paths.mjs";
import { Problem } from "../problem.mjs";
import { loadSecrets } from "../secrets.mjs";
import { databaseUrlOf } from "../services/stack.mjs";
import { withDatabaseOnly } from "../services/while-stopped.mjs";
import { firstLine, format, lastLine, rowLine, writeBackup } from "./backup-file.mjs";

/** @typedef {import("pg").Client} Client */
/** @typedef {import("../../../lib/settings.mjs").Settings} Settings */

const rowsAtOnce = 100;

/**
 * @param {string} typed a file that does not exist yet, or a folder
 * @returns {string} the file to write
 */
function target(typed) {
  const path = typedPath(typed);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return path;
  if (!found.isDirectory()) throw new Problem(`${path} exists already. Choose another name.`);
  const now = new Date().toISOString().slice(0, 19).replaceAll(":", "-");
  return join(path, `greenroom-${now}.backup`);
}

/** @param {Client} client */
async function tablesOf(client) {
  // Unlogged tables hold counters that a crash of PostgreSQL may lose as well.
  const { rows } = await client.query(`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relpersistence = 'p'
    order by relname`);
  return /** @type {string[]} */ (rows.map(({ name }) => name));
}

/** @param {Client} client */
async function sequencesOf(client) {
  const { rows } = await client.query(`
    select sequencename as name, last_value as last from pg_sequences
    where schemaname = 'public' and last_value is not null`);
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]));
}

/**
 * @param {Client} client
 * @param {import("../secrets.mjs").Secrets} secrets
 * @param {(rows: number) => void} done
 */
async function* everything(client, secrets, done) {
  // One snapshot for all tables, while people go on writing.
  await client.query("begin isolation level repeatable read read only");
  const schema = await newestMigration(client);
  if (schema === 0) throw new Problem("There is nothing to back up yet: Greenroom never started.");
  yield firstLine({ format, savedAt: new Date().toISOString(), schema, secrets: { ...secrets } });
  let rows = 0;
  for (const table of await tablesOf(client)) {
    const from = client.escapeIdentifier(table);
    await client.query(
      `declare saved no scroll cursor for select to_json(t)::text as row from public.${from} t`,
    );
    for (;;) {
      const fetched = await client.query(`fetch ${rowsAtOnce} from saved`);
      if (fetched.rows.length === 0) break;
      yield fetched.rows.map(({ row }) => rowLine(table, row)).join("");
      rows += fetched.rows.length;
    }
    await client.query("close saved");
  }
  yield lastLine({ rows, sequences: await sequencesOf(client) });
  done(rows);
}

/**
 * Saves the installation's database and secrets in one file, whether or not Greenroom is running.
 * @param {Settings} settings
 * @param {string} typed
 */
export async function save(settings, typed) {
  const path = target(typed);
  const dataDir = fromRoot(settings.dataDir);
  if (!settings.databaseUrl && !existsSync(join(dataDir, "postgres"))) {
    throw new Problem(`There is nothing to back up in ${dataDir} yet.`);
  }
  let saved = 0;
  const work = async (/** @type {string} */ databaseUrl) => {
    const client = await connect(databaseUrl);
    try {
      const text = everything(client, loadSecrets(dataDir), (rows) => {
        saved = rows;
      });
      await writeBackup(path, text);
    } finally {
      await client.end().catch(() => {});
    }
  };
  await (runningUrl(dataDir) ? work(databaseUrlOf(settings)) : withDatabaseOnly(settings, work));
  print(`Saved ${saved} rows in ${path}.
Keep this file secret: it has everyone's data and the keys of this installation, but not your settings (.env).`);
  return 0;
}
