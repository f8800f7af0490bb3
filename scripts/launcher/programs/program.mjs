import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { impatient, interrupted } from "../interrupts.mjs";
import { print, seconds } from "../output.mjs";
import { Interrupted, Problem } from "../problem.mjs";
import { stopProcess } from "../processes.mjs";

/**
 * A program that runs for as long as Greenroom does.
 * @typedef {object} Program
 * @property {string} key it is recorded under: "livekit"
 * @property {string} name for people: "LiveKit"
 * @property {string} command
 * @property {string[]} args
 * @property {string} cwd
 * @property {Record<string, string | undefined>} env
 * @property {import("../log-file.mjs").LogFile} log
 * @property {"nothing" | "errors" | "everything"} shows which of its output is also printed
 * @property {import("../processes.mjs").StopPlan} stopPlan
 * @property {() => Promise<boolean>} isReady
 * @property {number} readyWithinMs
 * @property {number} attempts how often it is started at first, if it ends before it is ready
 * @property {number} restarts how often per minute it is restarted after it ended unexpectedly
 * @property {number} [uid]
 * @property {number} [gid]
 */

/** @typedef {(key: string, pid: number) => import("../processes.mjs").ProcessMark | null} Recorder */
/** @typedef {{ stop: () => Promise<void>, failed: Promise<Problem> }} RunningProgram */

const restartWindowMs = 60_000;
const firstBackoffMs = 250;
const readyCheckMs = 100;

/**
 * @param {Program} program
 * @param {Recorder} record
 * @returns {{ ended: Promise<string>, hasEnded: () => boolean, stop: () => Promise<void> }} ended
 *   resolves with the reason as text
 */
function launch(program, record) {
  const { log, shows, command, args, cwd, uid, gid } = program;
  const child = spawn(command, args, {
    cwd,
    env: /** @type {NodeJS.ProcessEnv} */ (program.env),
    ...(uid === undefined ? {} : { uid, gid }),
    // Its own process group, so that Ctrl-C reaches it only through us, in the right order.
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [child.stdout, child.stderr]) {
    const shown = shows === "everything" || (shows === "errors" && stream === child.stderr);
    createInterface({ input: stream }).on("line", (line) => {
      log.write(line);
      if (shown) print(line, "stderr");
    });
  }
  let over = false;
  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    const end = (/** @type {string} */ reason) => {
      over = true;
      resolve(reason);
    };
    child.on("error", (error) => end(error.message));
    child.on("exit", (code, signal) => end(signal ? `signal ${signal}` : `exit code ${code}`));
  });
  const mark = child.pid === undefined ? null : record(program.key, child.pid);
  return {
    ended,
    hasEnded: () => over,
    stop: async () => {
      if (mark) await stopProcess(mark, program.stopPlan, impatient);
    },
  };
}

/**
 * @param {Program} program
 * @param {{ ended: Promise<string>, hasEnded: () => boolean }} child
 */
async function untilReady(program, child) {
  const deadline = Date.now() + program.readyWithinMs;
  const { name, log } = program;
  while (!(await program.isReady())) {
    if (interrupted.aborted) throw new Interrupted();
    if (child.hasEnded()) throw endedByItself(program, await child.ended);
    if (Date.now() > deadline) {
      throw new Problem(
        `${name} did not respond within ${seconds(program.readyWithinMs)}. See ${log.path}.`,
      );
    }
    await pause(readyCheckMs);
  }
}

/**
 * @param {Program} program
 * @param {string} reason
 */
function endedByItself({ name, log }, reason) {
  return new Problem(`${name} ended unexpectedly (${reason}). See ${log.path}.`);
}

/**
 * A program such as PostgreSQL may end immediately because a killed predecessor is not quite gone. A
 * few retries tell that from a real fault.
 * @param {Program} program
 * @param {Recorder} record
 */
async function launchUntilReady(program, record) {
  for (let attempt = 1; ; attempt++) {
    const child = launch(program, record);
    try {
      await untilReady(program, child);
      return child;
    } catch (error) {
      const retry = child.hasEnded() && attempt < program.attempts && !interrupted.aborted;
      await child.stop();
      if (!retry) throw error;
      await pause(firstBackoffMs * 2 ** attempt);
    }
  }
}

/**
 * Starts a program, waits until it is ready and keeps it running.
 * @param {Program} program
 * @param {Recorder} record
 * @returns {Promise<RunningProgram>} failed resolves when it has ended unexpectedly too often
 */
export async function keepRunning(program, record) {
  let current = await launchUntilReady(program, record);
  let stopping = false;
  const watch = async () => {
    /** @type {number[]} */
    let endings = [];
    for (;;) {
      const reason = await current.ended;
      if (stopping) return;
      endings = [...endings.filter((at) => Date.now() - at < restartWindowMs), Date.now()];
      if (endings.length > program.restarts) return endedByItself(program, reason);
      print(`${program.name} ended unexpectedly (${reason}). Restarting it.`, "stderr");
      await pause(firstBackoffMs * 2 ** (endings.length - 1));
      if (stopping) return;
      current = launch(program, record);
    }
  };
  return {
    failed: watch().then((problem) => problem ?? new Promise(() => {})),
    stop: async () => {
      stopping = true;
      await current.stop();
    },
  };
}

/**
 * @param {string} url
 * @returns {Promise<boolean>} whether it responds with a 2xx
 */
export async function answers(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
