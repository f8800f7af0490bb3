import { join } from "node:path";
import { appEnv } from "../app-env.mjs";
import { serverProgram } from "../builds/server-bundle.mjs";
import { LogFile } from "../log-file.mjs";
import { fromRoot, root } from "../paths.mjs";
import { answers, keepRunning } from "../programs/program.mjs";

/** @typedef {import("../../../lib/settings.mjs").Settings} Settings */

const readyWithinMs = 120_000;
/** A little longer than the app gives its last requests (lib/server/stop.ts). */
const stopWithinMs = 5_500;

/**
 * One signal: a second one would end the app at once.
 * @param {Settings} settings
 * @returns {import("../processes.mjs").StopPlan}
 */
export const appStopPlan = ({ drainSeconds }) => [
  { signal: "SIGTERM", waitMs: drainSeconds * 1_000 + stopWithinMs },
];

/**
 * @param {Settings} settings
 * @returns {string} the app's address on this machine
 */
export function localUrl({ host, port }) {
  const everywhere = host === "0.0.0.0" || host === "::";
  const reachable = everywhere ? "127.0.0.1" : host;
  return `http://${reachable.includes(":") ? `[${reachable}]` : reachable}:${port}`;
}

/** @param {string} distDir */
const compileCache = (distDir) => join(root, distDir, "compile-cache");

/**
 * @param {Settings} settings complete, with values for those that were unset
 * @param {{ dev: boolean, distDir: string }} options
 * @param {import("../programs/program.mjs").Recorder} record
 */
export function startApp(settings, options, record) {
  const { dataDir, logMegabytes } = settings;
  return keepRunning(
    {
      key: "app",
      name: "The app",
      command: process.execPath,
      args: [serverProgram(options.distDir)],
      cwd: root,
      // Compiled code of the last start: a third less work until the app answers.
      env: { NODE_COMPILE_CACHE: compileCache(options.distDir), ...appEnv(settings, options) },
      log: new LogFile(fromRoot(dataDir), "app", logMegabytes),
      shows: options.dev ? "everything" : "errors",
      stopPlan: appStopPlan(settings),
      isReady: () => answers(`${localUrl(settings)}/readyz`),
      readyWithinMs,
      // A second attempt would fail for the same reason and print it again.
      attempts: 1,
      restarts: 5,
    },
    record,
  );
}
