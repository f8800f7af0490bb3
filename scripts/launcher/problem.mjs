import { debuglog } from "node:util";
import { SettingsError } from "../../lib/settings.mjs";
import { print } from "./output.mjs";

const debug = debuglog("greenroom");

/** A problem that the user can fix. Only its message is printed. */
export class Problem extends Error {}

/** Stopped by Ctrl-C or SIGTERM. Not an error, so nothing is printed. */
export class Interrupted extends Error {
  constructor() {
    super("Stopped.");
  }
}

/** @param {unknown} error */
export function sentenceOf(error) {
  return error instanceof Error ? error.message : String(error);
}

/**
 * @param {unknown} error
 * @returns {boolean} whether a file could not be written because its disk is full
 */
export function isDiskFull(error) {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "ENOSPC" || code === "EDQUOT";
}

/**
 * Runs a command's main function and turns errors into messages and an exit code. Prints a stack trace
 * only with NODE_DEBUG=greenroom.
 * @param {() => Promise<number>} main resolves to the exit code
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    const known = error instanceof Problem || error instanceof SettingsError;
    const stopped = error instanceof Interrupted;
    if (error instanceof Error) debug(error.stack ?? "");
    const sentence = isDiskFull(error)
      ? "The disk is full. Free some space and try again."
      : `${known ? "" : "Greenroom failed: "}${sentenceOf(error)}`;
    if (!stopped) print(`\n${sentence}`, "stderr");
    process.exitCode = stopped ? 130 : 1;
  }
}
