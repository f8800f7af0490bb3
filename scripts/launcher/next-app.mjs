import { appEnv } from "./app-env.mjs";
import { LogFile } from "./log-file.mjs";
import { nextProgram } from "./next-build.mjs";
import { fromRoot, root } from "./paths.mjs";
import { answers, keepRunning } from "./program.mjs";

/** @typedef {import("../../lib/settings.mjs").Settings} Settings */

const readyWithinMs = 120_000;
/**
 * A page that says something every half minute finds its connection still there; and a proxy in
 * front, most of which give up after 60 s, is never the one that is hung up on.
 */
const keepAliveMs = 65_000;

/**
 * @param {Settings} settings
 * @returns {string} the address at which this machine itself reaches the app
 */
export function localUrl({ host, port }) {
  const everywhere = host === "0.0.0.0" || host === "::";
  const reachable = everywhere ? "127.0.0.1" : host;
  return `http://${reachable.includes(":") ? `[${reachable}]` : reachable}:${port}`;
}

/**
 * @param {Settings} settings complete: what was unset has its value by now
 * @param {{ dev: boolean, distDir: string }} options
 * @param {import("./program.mjs").Recorder} record
 */
export function startApp(settings, options, record) {
  const { host, port, dataDir, logMegabytes } = settings;
  const mode = options.dev ? "dev" : "start";
  const health = `${localUrl(settings)}/healthz`;
  return keepRunning(
    {
      key: "app",
      name: "The app",
      command: process.execPath,
      args: [nextProgram, mode, "-H", host, "-p", String(port), ...keepAlive(mode)],
      cwd: root,
      env: appEnv(settings, options),
      log: new LogFile(fromRoot(dataDir), "app", logMegabytes),
      shows: options.dev ? "everything" : "errors",
      // It would wait for open event streams, and those end only when their pages close.
      stopPlan: [{ signal: "SIGTERM", waitMs: 2_000 }],
      isReady: () => answers(health),
      readyWithinMs,
      restarts: 0,
    },
    record,
  );
}

/** @param {string} mode */
const keepAlive = (mode) => (mode === "start" ? ["--keepAliveTimeout", String(keepAliveMs)] : []);
