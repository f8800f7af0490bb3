import { accessSync, constants, mkdirSync, readdirSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { basename, dirname, join } from "node:path";
import { dataFolder } from "../load-settings.mjs";
import { Problem } from "../problem.mjs";

/**
 * Where downloaded and built programs are kept. The cache outlives node_modules and serves all of the
 * user's checkouts. DATA_DIR is the fallback if the cache folder is not writable.
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
 * @returns {string} the path to keep it at
 */
export function placeInCache(name) {
  const folders = cacheFolders();
  const folder = folders.find(canWrite);
  if (folder) return join(folder, name);
  throw new Problem(
    `Greenroom needs a folder to keep programs in, but can write to neither ${folders.join(" nor ")}.`,
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
 * Works in a temporary folder next to the target and always removes it afterwards. If the process is
 * killed, the next one removes it.
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
