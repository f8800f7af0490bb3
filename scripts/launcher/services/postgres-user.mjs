import { readFileSync, statSync } from "node:fs";
import { run } from "../commands.mjs";
import { onPath } from "../paths.mjs";
import { Problem } from "../problem.mjs";

/**
 * How to run PostgreSQL, which refuses to run as root: with a command prefix, or by switching to another
 * user id.
 * @typedef {{ prefix: string[], owner?: { uid: number, gid: number } , switchUser: boolean }} Runner
 */

/** @type {Runner} */
const asOurselves = { prefix: [], switchUser: false };

/**
 * @param {string} name
 * @returns {{ uid: number, gid: number } | null}
 */
function userNamed(name) {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
}

/**
 * An existing database keeps its owner, whatever users the machine has now.
 * @param {string} databaseDir
 */
function databaseOwner(databaseDir) {
  const stat = statSync(databaseDir, { throwIfNoEntry: false });
  const owner = stat && stat.uid !== 0 ? { uid: stat.uid, gid: stat.gid } : null;
  return owner ?? userNamed("postgres") ?? userNamed("nobody");
}

/**
 * The user that PostgreSQL runs as may be unable to enter the folders above it, such as a home or
 * temporary folder with mode 0700. It then gets a single capability: to enter and read
 * (dac_read_search), or if a container withholds that, also to write. PostgreSQL checks with
 * access(2), which respects capabilities only with the securebit no_setuid_fixup.
 * @param {{ uid: number, gid: number }} owner
 * @param {string} capability
 * @returns {Runner}
 */
function withCapability(owner, capability) {
  const prefix = [
    "setpriv",
    ...["--reuid", String(owner.uid), "--regid", String(owner.gid), "--clear-groups"],
    ...["--securebits", "+no_setuid_fixup"],
    ...["--bounding-set", `-all,+${capability}`],
    ...["--inh-caps", `-all,+${capability}`],
    ...["--ambient-caps", `+${capability}`],
  ];
  return { prefix, owner, switchUser: false };
}

/**
 * @param {Runner} runner
 * @param {string} program
 * @param {string} dataDir
 */
async function canRun(runner, program, dataDir) {
  // Like every later start, initdb looks for its own folder and for postgres next to it.
  const script = 'cd -- "$1" && "$2" --version && "$3" --version';
  const command = [...runner.prefix, "/bin/sh", "-c", script, "sh", dataDir, program];
  const [first = "", ...rest] = [...command, program.replace(/initdb$/, "postgres")];
  const identity = runner.switchUser ? runner.owner : {};
  const { code } = await run(first, rest, { ...identity, cwd: "/", timeoutMs: 10_000 });
  return code === 0;
}

/**
 * @param {string} initdb
 * @param {string} dataDir
 * @param {string} databaseDir
 * @returns {Promise<Runner>}
 */
export async function choosePostgresRunner(initdb, dataDir, databaseDir) {
  if (process.getuid?.() !== 0) return asOurselves;
  const owner = databaseOwner(databaseDir);
  if (!owner) {
    throw new Problem(
      "PostgreSQL does not run as root, and this machine has no user postgres or nobody. Start Greenroom as another user, or set DATABASE_URL.",
    );
  }
  /** @type {Runner[]} */
  const candidates = [{ prefix: [], owner, switchUser: true }];
  if (onPath("setpriv")) {
    candidates.push(
      withCapability(owner, "dac_read_search"),
      withCapability(owner, "dac_override"),
    );
  }
  for (const candidate of candidates) {
    if (await canRun(candidate, initdb, dataDir)) return candidate;
  }
  throw new Problem(
    `PostgreSQL does not run as root, and the user with id ${owner.uid} cannot enter ${dataDir}. Start Greenroom as another user or in another folder, or set DATABASE_URL.`,
  );
}
