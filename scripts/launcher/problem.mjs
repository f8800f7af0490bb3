import { debuglog } from "node:util";
import { SettingsError } from "../../lib/settings.mjs";
import { print } from "./output.mjs";

const debug = debuglog("greenroom");

/** Something that the person can put right: its message is all that they are shown. */
export class Problem extends Error {}

/** The person pressed Ctrl-C, or somebody sent SIGTERM: no fault, nothing to say. */
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
 * Runs a command's main function and turns whatever it throws into sentences and an exit code:
 * no stack trace, unless NODE_DEBUG=greenroom asks for it.
 * @param {() => Promise<number>} main resolves to the exit code
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    const known = error instanceof Problem || error instanceof SettingsError;
    const stopped = error instanceof Interrupted;
    if (error instanceof Error) debug(error.stack ?? "");
    if (!stopped)
      print(`\n${known ? "" : "Greenroom could not go on: "}${sentenceOf(error)}`, "stderr");
    process.exitCode = stopped ? 130 : 1;
  }
}
