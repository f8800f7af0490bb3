import { accessSync, constants, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDiskFull, Problem, sentenceOf } from "../problem.mjs";

const ownerOnly = 0o600;

/**
 * Writes a file atomically, readable by its owner only. A full disk or a power cut leaves the file that was
 * there before.
 * @param {string} path
 * @param {string} content
 */
export function writePrivate(path, content) {
  const draft = `${path}.${process.pid}.new`;
  try {
    writeFileSync(draft, content, { mode: ownerOnly, flush: true });
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

export const diskFull = (/** @type {string} */ dataDir) =>
  new Problem(`The disk that holds ${dataDir} is full. Free some space there.`);

/**
 * @param {string} setting that names the file
 * @param {string} file
 * @throws {Problem}
 */
export function requireReadable(setting, file) {
  try {
    accessSync(file, constants.R_OK);
  } catch {
    throw new Problem(`Greenroom cannot read ${file}. Set ${setting} to a file that it can read.`);
  }
}

/**
 * @param {string} dataDir
 * @throws {Problem} if it cannot be created or written to
 */
export function requireWritable(dataDir) {
  const probe = join(dataDir, `.writable-${process.pid}`);
  try {
    mkdirSync(dataDir, { recursive: true });
    try {
      writeFileSync(probe, "a full disk takes an empty file, but no content");
    } finally {
      rmSync(probe, { force: true });
    }
  } catch (error) {
    if (isDiskFull(error)) throw diskFull(dataDir);
    throw new Problem(
      `Greenroom cannot write to ${dataDir} (${sentenceOf(error).split(",")[0]}). Make it a folder that this user can write to, or set DATA_DIR to another one.`,
    );
  }
}
