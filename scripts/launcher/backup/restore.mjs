import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { connect, createSchema, knowsSchema, reasonOf } from "../../migrate.mjs";
import { writePrivate } from "../builds/files.mjs";
import { interrupted } from "../interrupts.mjs";
import { print } from "../output.mjs";
import { typedPath } from "../paths.mjs";
import { Interrupted, Problem } from "../problem.mjs";
import { loadSecrets, secretsFile } from "../secrets.mjs";
import { withDatabaseOnly } from "../services/while-stopped.mjs";
import { format, inspectBackup, rowsIn } from "./backup-file.mjs";

/** @typedef {import("pg").Client} Client */
/** @typedef {import("../../../lib/settings.mjs").Settings} Settings */
/** @typedef {Awaited<ReturnType<typeof inspectBackup>>} Backup */

const charactersAtOnce = 1_000_000;

/**
 * @param {string} path
 * @returns {AsyncGenerator<{ table: string, rows: string }>} some rows of a table, as a JSON array
 */
async function* batchesIn(path) {
  let current = "";
  /** @type {string[]} */
  let rows = [];
  let characters = 0;
  for await (const { table, row } of rowsIn(path)) {
    if (rows.length > 0 && (table !== current || characters > charactersAtOnce)) {
      yield { table: current, rows: `[${rows.join()}]` };
      rows = [];
      characters = 0;
    }
    current = table;
    rows.push(row);
    characters += row.length;
  }
  if (rows.length > 0) yield { table: current, rows: `[${rows.join()}]` };
}

/**
 * Runs `work` without foreign keys, so that tables can be filled in any order. Restoring the keys checks
 * every row.
 * @param {Client} client
 * @param {() => Promise<void>} work
 */
async function withoutForeignKeys(client, work) {
  const { rows: keys } = await client.query(`
    select conrelid::regclass as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`);
  for (const { table, name } of keys)
    await client.query(`alter table ${table} drop constraint ${name}`);
  await work();
  for (const { table, name, definition } of keys)
    await client.query(`alter table ${table} add constraint ${name} ${definition}`);
}

/**
 * Fills an empty database in one transaction.
 * @param {string} databaseUrl
 * @param {string} path
 * @param {Backup} backup
 */
async function fill(databaseUrl, path, { schema, sequences }) {
  const client = await connect(databaseUrl);
  try {
    await client.query("begin");
    await createSchema(client, schema);
    await withoutForeignKeys(client, async () => {
      for await (const { table, rows } of batchesIn(path)) {
        if (interrupted.aborted) throw new Interrupted();
        const into = `public.${client.escapeIdentifier(table)}`;
        await client.query(
          `insert into ${into} select * from json_populate_recordset(null::${into}, $1::json)`,
          [rows],
        );
      }
    });
    for (const [name, last] of Object.entries(sequences)) {
      const sequence = `public.${client.escapeIdentifier(name)}`;
      await client.query("select setval($1::regclass, $2)", [sequence, last]);
    }
    await client.query("commit");
  } catch (error) {
    if (error instanceof Problem || error instanceof Interrupted) throw error;
    throw new Problem(`The backup could not be restored: ${reasonOf(error)}.`);
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Puts a backup's secrets into a data folder without an installation.
 * @param {string} dataDir
 * @param {Backup["secrets"]} secrets
 * @returns what undoes it
 * @throws {Problem} if another installation is there
 */
function placeSecrets(dataDir, secrets) {
  const file = secretsFile(dataDir);
  const [hadSecrets, hadDatabase] = [file, join(dataDir, "postgres")].map((path) =>
    existsSync(path),
  );
  const same = hadSecrets && isDeepStrictEqual(loadSecrets(dataDir), secrets);
  if (!same && (hadSecrets || hadDatabase)) {
    throw new Problem(
      `There is an installation in ${dataDir} already. Move that folder away first, or set DATA_DIR to an empty one.`,
    );
  }
  writePrivate(file, JSON.stringify(secrets, null, 2));
  return () => {
    if (!hadSecrets) rmSync(file, { force: true });
    if (!hadDatabase) rmSync(join(dataDir, "postgres"), { recursive: true, force: true });
  };
}

/**
 * Restores a backup into an empty installation, or changes nothing. The next start upgrades it.
 * @param {Settings} settings
 * @param {string} typed
 */
export async function restore(settings, typed) {
  const path = typedPath(typed);
  const backup = await inspectBackup(path);
  if (backup.format !== format || !(await knowsSchema(backup.schema))) {
    throw new Problem(
      "This backup is from a newer Greenroom than this one. Restore it with that version or a newer one.",
    );
  }
  await withDatabaseOnly(
    settings,
    (databaseUrl) => fill(databaseUrl, path, backup),
    (dataDir) => placeSecrets(dataDir, backup.secrets),
  );
  print(`Restored ${backup.rows} rows, saved on ${backup.savedAt.slice(0, 16).replace("T", " at ")} UTC.
Start Greenroom with npm start.`);
  return 0;
}
