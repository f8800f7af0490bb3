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
    // Node 18 lacks parseEnv. It only needs to find a newer Node, if necessary in .data.
    return util.parseEnv(readFileSync(path, "utf8"));
  } catch {
    return {};
  }
}

/** Settings from the environment, with .env for those it does not set. */
export function loadSettings() {
  return parseSettings({ ...readDotenv(join(root, ".env")), ...process.env });
}

/** The folder named by DATA_DIR, even if other settings are invalid. */
export function dataFolder() {
  return fromRoot(process.env.DATA_DIR || readDotenv(join(root, ".env")).DATA_DIR || ".data");
}
