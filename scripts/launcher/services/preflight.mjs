import { requireWritable } from "../builds/files.mjs";
import { requireNotRunning, wasKilled } from "../installation-lock.mjs";
import { fromRoot } from "../paths.mjs";
import { Problem } from "../problem.mjs";
import { requireFreePort } from "./ports.mjs";

/**
 * Checks what could prevent a start, before spending minutes on installing.
 * @param {import("../../../lib/settings.mjs").Settings} settings
 */
export async function preflight({ dataDir, port, host }) {
  if (process.platform === "win32") {
    throw new Problem("Greenroom runs on Linux and macOS. On Windows, start it in WSL.");
  }
  const folder = fromRoot(dataDir);
  requireWritable(folder);
  requireNotRunning(folder);
  // Programs of a killed launcher may hold the port. The start stops them first.
  if (!wasKilled(folder)) await requireFreePort(port, host);
}
