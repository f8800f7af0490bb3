import { mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { writePrivate } from "./builds/files.mjs";
import { Problem } from "./problem.mjs";
import { isAlive, markOf, stopProcess } from "./processes.mjs";

/** @typedef {import("./processes.mjs").ProcessMark} ProcessMark */

/**
 * DATA_DIR/running.json: who runs here, where it answers, and the programs it started.
 * @typedef {{ launcher: ProcessMark, url: string, children: Record<string, ProcessMark> }} Running
 */

const file = (/** @type {string} */ dataDir) => join(dataDir, "running.json");
const startingLimitMs = 60_000;

/**
 * @param {string} dataDir
 * @returns {Running | null}
 */
function read(dataDir) {
  try {
    return JSON.parse(readFileSync(file(dataDir), "utf8"));
  } catch {
    return null;
  }
}

/**
 * @param {string} dataDir
 * @returns {string | null} where and as which process a Greenroom runs in this folder
 */
export function whoRuns(dataDir) {
  const running = read(dataDir);
  if (!running || !isAlive(running.launcher)) return null;
  return `${running.url} (process ${running.launcher.pid})`;
}

/**
 * @param {string} dataDir
 * @returns {string | null} where the Greenroom that runs in this folder answers, or soon will
 */
export function runningUrl(dataDir) {
  const running = read(dataDir);
  return running && isAlive(running.launcher) ? running.url : null;
}

/**
 * @param {string} dataDir
 * @throws {Problem} when a Greenroom runs in this folder
 */
export function requireNotRunning(dataDir) {
  const who = whoRuns(dataDir);
  if (who) throw new Problem(`Greenroom already runs here: ${who}.`);
}

/**
 * @param {string} dataDir
 * @returns {boolean} whether a launcher was killed here and its programs may still run
 */
export function wasKilled(dataDir) {
  return read(dataDir) !== null && whoRuns(dataDir) === null;
}

/**
 * Makes this process the one that runs in the folder. What a killed launcher left running is
 * stopped first: each program is recognised by its start time, never by its number alone.
 * @param {string} dataDir
 * @param {string} url
 */
export async function lockInstallation(dataDir, url) {
  const launcher = markOf(process.pid);
  if (!launcher)
    throw new Problem("This system does not tell when a process started (/proc or ps).");
  /** @type {Running} */
  const running = { launcher, url, children: {} };
  await oneAtATime(dataDir, async () => {
    requireNotRunning(dataDir);
    await stopOrphans(read(dataDir)?.children ?? {});
    writePrivate(file(dataDir), JSON.stringify(running, null, 2));
  });
  return {
    /**
     * @param {string} name
     * @param {number} pid
     */
    record(name, pid) {
      const mark = markOf(pid);
      if (mark) running.children[name] = mark;
      writePrivate(file(dataDir), JSON.stringify(running, null, 2));
      return mark;
    },
    release() {
      rmSync(file(dataDir), { force: true });
    },
  };
}

/**
 * PostgreSQL is stopped last, and has the time to do it cleanly. LiveKit takes the second signal as
 * "now", since the first would wait for everyone to leave.
 * @param {Record<string, ProcessMark>} children
 */
async function stopOrphans({ postgres, ...others }) {
  /** @type {{ signal: NodeJS.Signals, waitMs: number }[]} */
  const soon = [
    { signal: "SIGTERM", waitMs: 300 },
    { signal: "SIGTERM", waitMs: 2_000 },
  ];
  await Promise.all(Object.values(others).map((mark) => isAlive(mark) && stopProcess(mark, soon)));
  if (postgres && isAlive(postgres)) {
    await stopProcess(postgres, [{ signal: "SIGINT", waitMs: 20_000 }]);
  }
}

/**
 * Two starts at once must not both find the folder free. A directory is made by one only.
 * @param {string} dataDir
 * @param {() => Promise<void>} work
 */
async function oneAtATime(dataDir, work) {
  const guard = join(dataDir, "starting");
  for (;;) {
    try {
      mkdirSync(guard);
      break;
    } catch {
      const since = statSync(guard, { throwIfNoEntry: false })?.mtimeMs ?? 0;
      if (Date.now() - since > startingLimitMs) rmSync(guard, { recursive: true, force: true });
      else await pause(100);
    }
  }
  try {
    await work();
  } finally {
    rmSync(guard, { recursive: true, force: true });
  }
}
