import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writePrivate } from "../launcher/builds/files.mjs";
import { Problem } from "../launcher/problem.mjs";
import { isAlive, markOf } from "../launcher/processes.mjs";

/**
 * One demo per folder: a second one, with the same account, would take the first one's place on air.
 * @param {string} dataDir
 * @returns {() => void} call it to make room for the next
 * @throws {Problem} if a demo is running
 */
export function requireOnlyOne(dataDir) {
  const file = join(dataDir, "demo-running.json");
  const other = read(file);
  if (other && isAlive(other)) {
    throw new Problem(
      `The demo is already running (process ${other.pid}). End it there with Ctrl-C.`,
    );
  }
  writePrivate(file, JSON.stringify(markOf(process.pid)));
  return () => rmSync(file, { force: true });
}

/**
 * @param {string} file
 * @returns {import("../launcher/processes.mjs").ProcessMark | null}
 */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
