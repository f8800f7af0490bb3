import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { signalGroup } from "./commands.mjs";

/**
 * Identifies a process later on, when its id alone may belong to another one.
 * @typedef {{ pid: number, startedAt: string }} ProcessMark
 */

/** @typedef {{ signal: NodeJS.Signals, waitMs: number }[]} StopPlan signals in this order, with a wait after each */

const checkMs = 50;

/**
 * @param {number} pid
 * @returns {string | null} when the process started, in the system's format; null if it does not exist
 *   or is a zombie
 */
function startOf(pid) {
  if (process.platform === "linux") {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      // The name in parentheses may contain spaces. State and start time are fields 3 and 22.
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
      return fields[0] === "Z" || fields[0] === "X" ? null : `${boot} ${fields[19]}`;
    } catch {
      return null;
    }
  }
  try {
    const line = execFileSync("ps", ["-o", "stat=,lstart=", "-p", String(pid)], {
      encoding: "utf8",
    });
    const [state = "", ...start] = line.trim().split(/\s+/);
    return state.startsWith("Z") ? null : start.join(" ");
  } catch {
    return null;
  }
}

/**
 * @param {number} pid
 * @returns {ProcessMark | null}
 */
export function markOf(pid) {
  const startedAt = startOf(pid);
  return startedAt === null ? null : { pid, startedAt };
}

/**
 * @param {number} pid
 * @returns {string} empty if the process does not exist
 */
export function commandLineOf(pid) {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8");
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}

/** @param {ProcessMark} mark */
export function isAlive(mark) {
  return startOf(mark.pid) === mark.startedAt;
}

/**
 * @param {ProcessMark} mark
 * @param {number} ms
 * @returns {Promise<boolean>} whether it has ended by then
 */
async function endsWithin(mark, ms) {
  const deadline = Date.now() + ms;
  while (isAlive(mark)) {
    if (Date.now() > deadline) return false;
    await pause(checkMs);
  }
  return true;
}

/**
 * Sends signals one after the other until the process has ended, and finally SIGKILL to its whole
 * group.
 * @param {ProcessMark} mark
 * @param {StopPlan} plan
 * @param {AbortSignal} [impatient] skips the rest of the plan
 */
export async function stopProcess(mark, plan, impatient) {
  for (const { signal, waitMs } of plan) {
    if (impatient?.aborted || !isAlive(mark)) break;
    try {
      process.kill(mark.pid, signal);
    } catch {
      break;
    }
    const deadline = Date.now() + waitMs;
    while (Date.now() < deadline && !impatient?.aborted) {
      if (await endsWithin(mark, checkMs)) break;
    }
  }
  signalGroup(mark.pid, "SIGKILL");
  await endsWithin(mark, 2_000);
}
