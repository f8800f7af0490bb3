import { readFileSync } from "node:fs";
import { join } from "node:path";
import util from "node:util";
import { parseSettings } from "../../lib/settings.mjs";
import { fromRoot, root } from "./paths.mjs";

/**
 * @param {string} path of a file that need not exist
 * @returns {NodeJS.Dict<string>}
 */
export function readDotenv(path) {
  try {
    // Node 18 lacks it and reads none: it only looks for a newer Node, in .data where it must.
    return util.parseEnv(readFileSync(path, "utf8"));
  } catch {
    return {};
  }
}

/** The person's settings: the environment, and .env for what it does not set. */
export function loadSettings() {
  return parseSettings({ ...readDotenv(join(root, ".env")), ...process.env });
}

/** The folder that DATA_DIR names, whatever is wrong with the other settings. */
export function dataFolder() {
  return fromRoot(process.env.DATA_DIR || readDotenv(join(root, ".env")).DATA_DIR || ".data");
}
