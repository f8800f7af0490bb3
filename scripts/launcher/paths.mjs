import { accessSync, constants, statSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** @param {string} path as written in a setting: relative to the checkout unless absolute */
export function fromRoot(path) {
  return resolve(root, path);
}

/** @param {string} path as typed in a terminal, from where npm runs us in the checkout */
export function typedPath(path) {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

/** @param {string} path */
export function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    // Missing, or in a folder on the PATH that this user cannot enter.
    return false;
  }
}

/**
 * @param {string} command
 * @returns {string | null} the program's path, if it is on the PATH
 */
export function onPath(command) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, command)).find(isProgram) ?? null;
}
