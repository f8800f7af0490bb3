import { print } from "./output.mjs";
import { Problem } from "./problem.mjs";

/** @typedef {typeof import("../../lib/console/main")} Console */

/**
 * @param {Console} console
 * @param {string[]} args
 * @returns {boolean} whether it printed how to use the command line, because that was asked for
 * @throws {Problem} if there is no such command
 */
export function explainUsage({ complaintAbout, usage }, args) {
  if (args.length === 0 || ["help", "--help"].includes(args[0] ?? "")) {
    print(usage);
    return true;
  }
  const complaint = complaintAbout(args);
  if (complaint) throw new Problem(`${complaint}\n\n${usage}`);
  return false;
}

/**
 * Runs a command with the settings in this process's environment.
 * @param {Console} console
 * @param {string[]} args
 * @param {string | null} appUrl null if the app is not running
 * @returns {Promise<number>} the exit code
 */
export async function runConsole({ runCommandLine }, args, appUrl) {
  const outcome = await runCommandLine(args, appUrl);
  print(outcome.lines.join("\n"), outcome.failed ? "stderr" : "stdout");
  return outcome.failed ? 1 : 0;
}
