import { accessSync, constants, mkdirSync, readdirSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { basename, dirname, join } from "node:path";
import { dataFolder } from "../load-settings.mjs";
import { Problem } from "../problem.mjs";

/**
 * Where programs are kept that were fetched or built: it outlives node_modules and serves every
 * checkout of this user. DATA_DIR is used where there is no cache folder to write to.
 */
function cacheFolders() {
  const cacheHome = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
  return [join(cacheHome, "greenroom"), join(dataFolder(), "cache")];
}

/** @param {string} folder */
function canWrite(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string} name
 * @param {(path: string) => boolean} isComplete
 * @returns {string | null} its path in the cache
 */
export function findInCache(name, isComplete) {
  return (
    cacheFolders()
      .map((folder) => join(folder, name))
      .find(isComplete) ?? null
  );
}

/**
 * @param {string} name
 * @returns {string} the path under which it will be kept
 */
export function placeInCache(name) {
  const folders = cacheFolders();
  const folder = folders.find(canWrite);
  if (folder) return join(folder, name);
  throw new Problem(
    `There is no folder to keep programs in: Greenroom can write to neither ${folders.join(" nor ")}.`,
  );
}

/** @param {number} pid */
function runs(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/**
 * Works in a folder beside the target that is gone afterwards, whatever happens. A killed process
 * cannot remove its own: the next one does.
 * @template T
 * @param {string} target
 * @param {(draft: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withDraft(target, work) {
  const prefix = `${basename(target)}.draft-`;
  const draftOf = (/** @type {string | number} */ id) => join(dirname(target), `${prefix}${id}`);
  const remove = (/** @type {string} */ path) => rmSync(path, { recursive: true, force: true });
  for (const name of readdirSync(dirname(target))) {
    const id = name.startsWith(prefix) ? name.slice(prefix.length) : null;
    if (id !== null && !runs(Number(id))) remove(draftOf(id));
  }
  const draft = draftOf(process.pid);
  remove(draft);
  mkdirSync(draft);
  try {
    return await work(draft);
  } finally {
    remove(draft);
  }
}
