import { spawn } from "node:child_process";
import { interrupted } from "./interrupts.mjs";
import { root } from "./paths.mjs";
import { Interrupted } from "./problem.mjs";

const keptOutput = 200_000;
const graceMs = 5_000;

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {Record<string, string | undefined>} [env]
 * @property {number} [timeoutMs]
 * @property {boolean} [inherit] prints the output as it arrives
 * @property {number} [uid]
 * @property {number} [gid]
 */

/**
 * Runs a program to completion, in its own process group, so that Ctrl-C reaches it only through us.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} code 127 if it could not be started, 124 if it
 *   timed out; output is the last part of its output
 * @throws {Interrupted}
 */
export function run(command, args, options = {}) {
  const { cwd = root, env = process.env, timeoutMs = 0, inherit = false, uid, gid } = options;
  if (interrupted.aborted) return Promise.reject(new Interrupted());
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: /** @type {NodeJS.ProcessEnv} */ (env),
      ...(uid === undefined ? {} : { uid, gid }),
      detached: true,
      stdio: inherit ? ["ignore", "inherit", "inherit"] : ["ignore", "pipe", "pipe"],
    });
    let output = "";
    let timedOut = false;
    const keep = (/** @type {Buffer} */ chunk) => {
      output = (output + chunk).slice(-keptOutput);
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    const stop = () => stopGroup(child.pid);
    interrupted.addEventListener("abort", stop, { once: true });
    const timer = timeoutMs
      ? setTimeout(() => {
          timedOut = true;
          stop();
        }, timeoutMs)
      : undefined;
    const settle = (/** @type {number} */ code) => {
      clearTimeout(timer);
      interrupted.removeEventListener("abort", stop);
      if (interrupted.aborted) reject(new Interrupted());
      else resolve({ code: timedOut ? 124 : code, output });
    };
    child.on("error", (error) => {
      output += error.message;
      settle(127);
    });
    child.on("close", (code) => settle(code ?? 1));
  });
}

/** @param {number | undefined} pid the group's leader */
function stopGroup(pid) {
  if (pid === undefined) return;
  signalGroup(pid, "SIGTERM");
  setTimeout(() => signalGroup(pid, "SIGKILL"), graceMs).unref();
}

/**
 * @param {number} pid the group's leader
 * @param {NodeJS.Signals} signal
 */
export function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group has ended already.
  }
}
