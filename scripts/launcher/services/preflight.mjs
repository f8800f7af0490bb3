import { requireWritable } from "../builds/files.mjs";
import { requireNotRunning, wasKilled } from "../installation-lock.mjs";
import { fromRoot } from "../paths.mjs";
import { Problem } from "../problem.mjs";
import { requireFreePort } from "./ports.mjs";

/**
 * What can be known at once to prevent a start is said before minutes go into installing.
 * @param {import("../../../lib/settings.mjs").Settings} settings
 */
export async function preflight({ dataDir, port, host }) {
  if (process.platform === "win32") {
    throw new Problem("Greenroom runs on Linux and macOS; on Windows, start it in WSL.");
  }
  const folder = fromRoot(dataDir);
  requireWritable(folder);
  requireNotRunning(folder);
  // What a killed launcher left behind may hold the port: the start stops it first.
  if (!wasKilled(folder)) await requireFreePort(port, host);
}
