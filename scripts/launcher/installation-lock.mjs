import { mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { writePrivate } from "./builds/files.mjs";
import { Problem } from "./problem.mjs";
import { isAlive, markOf, stopProcess } from "./processes.mjs";

/** @typedef {import("./processes.mjs").ProcessMark} ProcessMark */
/** @typedef {Record<"app" | "livekit", import("./processes.mjs").StopPlan>} StopPlans */

/**
 * DATA_DIR/running.json: the launcher that runs here, its URL, and the programs it started.
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
    const { launcher, url, children } = JSON.parse(readFileSync(file(dataDir), "utf8"));
    const marks = [launcher, ...Object.values(children)];
    return marks.every(isMark) && typeof url === "string" ? { launcher, url, children } : null;
  } catch {
    // Missing, or half written.
    return null;
  }
}

const isMark = (/** @type {any} */ mark) =>
  Number.isInteger(mark?.pid) && typeof mark.startedAt === "string";

/**
 * @param {string} dataDir
 * @returns {string | null} the URL and process of the Greenroom running in this folder
 */
export function whoRuns(dataDir) {
  const running = read(dataDir);
  if (!running || !isAlive(running.launcher)) return null;
  return `${running.url} (process ${running.launcher.pid})`;
}

/**
 * @param {string} dataDir
 * @returns {string | null} the URL of the Greenroom that is running or starting in this folder
 */
export function runningUrl(dataDir) {
  const running = read(dataDir);
  return running && isAlive(running.launcher) ? running.url : null;
}

/**
 * @param {string} dataDir
 * @throws {Problem} if a Greenroom is running in this folder
 */
export function requireNotRunning(dataDir) {
  const who = whoRuns(dataDir);
  if (who) throw new Problem(`Greenroom is already running here: ${who}.`);
}

/**
 * @param {string} dataDir
 * @returns {boolean} whether a launcher was killed here, so that its programs may still be running
 */
export function wasKilled(dataDir) {
  return read(dataDir) !== null && whoRuns(dataDir) === null;
}

/**
 * Claims the folder for this process. First stops programs that a killed launcher left running. It
 * identifies them by start time as well as process id.
 * @param {string} dataDir
 * @param {string} url
 * @param {StopPlans} stopPlans
 */
export async function lockInstallation(dataDir, url, stopPlans) {
  const launcher = markOf(process.pid);
  if (!launcher) throw new Problem("Greenroom needs /proc or ps to read when a process started.");
  /** @type {Running} */
  const running = { launcher, url, children: {} };
  await oneAtATime(dataDir, async () => {
    requireNotRunning(dataDir);
    await stopOrphans(read(dataDir)?.children ?? {}, stopPlans);
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
 * Stops PostgreSQL last and gives it time for a clean shutdown.
 * @param {Record<string, ProcessMark>} children
 * @param {StopPlans} stopPlans
 */
async function stopOrphans({ postgres, app, livekit }, stopPlans) {
  const stop = async (
    /** @type {ProcessMark | undefined} */ mark,
    /** @type {import("./processes.mjs").StopPlan} */ plan,
  ) => {
    if (mark && isAlive(mark)) await stopProcess(mark, plan);
  };
  await Promise.all([stop(app, stopPlans.app), stop(livekit, stopPlans.livekit)]);
  await stop(postgres, [{ signal: "SIGINT", waitMs: 20_000 }]);
}

/**
 * Two simultaneous starts must not both find the folder free. Only one can create the directory.
 * @param {string} dataDir
 * @param {() => Promise<void>} work
 */
async function oneAtATime(dataDir, work) {
  const guard = join(dataDir, "starting");
  for (;;) {
    try {
      mkdirSync(guard);
      break;
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      if (code !== "EEXIST") throw error;
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
