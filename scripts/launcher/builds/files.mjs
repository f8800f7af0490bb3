import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Problem, sentenceOf } from "../problem.mjs";

const ownerOnly = 0o600;

/**
 * Writes a file atomically, readable by its owner only.
 * @param {string} path
 * @param {string} content
 */
export function writePrivate(path, content) {
  const draft = `${path}.${process.pid}.new`;
  writeFileSync(draft, content, { mode: ownerOnly });
  renameSync(draft, path);
}

/**
 * @param {string} dataDir
 * @throws {Problem} if it cannot be created or written to
 */
export function requireWritable(dataDir) {
  const probe = join(dataDir, `.writable-${process.pid}`);
  try {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    throw new Problem(
      `Greenroom cannot write to ${dataDir} (${sentenceOf(error).split(",")[0]}). Make it a folder that this user can write to, or set DATA_DIR to another one.`,
    );
  }
}
