import { rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { migrate, requireConnection } from "../migrate.mjs";
import { appEnv } from "./app-env.mjs";
import { restore } from "./backup/restore.mjs";
import { save } from "./backup/save.mjs";
import { bundle } from "./builds/server-bundle.mjs";
import { explainUsage, runConsole } from "./console.mjs";
import { runningUrl } from "./installation-lock.mjs";
import { listenForInterrupts } from "./interrupts.mjs";
import { loadSettings } from "./load-settings.mjs";
import { print } from "./output.mjs";
import { fromRoot, root } from "./paths.mjs";
import {
  changeKeys,
  completeSecrets,
  keysInSettings,
  liveKitSecrets,
  loadSecrets,
} from "./secrets.mjs";
import { rememberedPorts } from "./services/ports.mjs";
import { databaseUrlOf } from "./services/stack.mjs";
import { whileStopped, withDatabaseOnly } from "./services/while-stopped.mjs";
import { requireDependencies } from "./setup.mjs";

/** @typedef {import("../../lib/settings.mjs").Settings} Settings */

/** Bundles lib/console for Node on every call, because the last build may be older than the checkout. */
async function loadConsole() {
  const file = join(root, ".next", `greenroom-console.${process.pid}.mjs`);
  try {
    await bundle("lib/console/main.ts", file);
    return /** @type {import("./console.mjs").Console} */ (await import(pathToFileURL(file).href));
  } finally {
    rmSync(file, { force: true });
  }
}

/**
 * The settings of the app, whether or not it is running.
 * @param {Settings} settings
 * @param {{ databaseUrl: string, running: string | null }} known
 * @returns {Settings}
 */
function complete(settings, { databaseUrl, running }) {
  const dataDir = fromRoot(settings.dataDir);
  const secrets = loadSecrets(dataDir);
  const ownLiveKit = {
    livekitUrl: `http://127.0.0.1:${rememberedPorts(dataDir).LIVEKIT_PORT ?? settings.port}`,
    ...liveKitSecrets(secrets),
  };
  return {
    ...settings,
    ...(settings.livekitUrl ? {} : ownLiveKit),
    databaseUrl,
    // Greenroom may have been started with other settings than this terminal's.
    publicUrl: running ?? settings.publicUrl,
    ...completeSecrets(settings, secrets),
    // Only errors: warnings about an unreachable LiveKit would hide the command's own output.
    logLevel: "error",
  };
}

/** @param {Settings} settings */
async function changeKeysHere(settings) {
  const own = keysInSettings(settings);
  await whileStopped(settings, async (dataDir) => changeKeys(dataDir));
  print(`There are new keys. The previous ones stay valid until you run this again, so sessions, API tokens and invites keep
working. Start Greenroom.`);
  if (own.length > 0)
    print(`Your settings have keys that this does not change: ${own.join(", ")}.`, "stderr");
  return 0;
}

/**
 * The command line for administrators, which works even if the web interface does not. Uses the settings
 * and the database of `npm start`, and starts PostgreSQL if Greenroom is not running.
 * @param {string[]} args
 */
export async function greenroom(args) {
  listenForInterrupts();
  const settings = loadSettings();
  const dataDir = fromRoot(settings.dataDir);
  await requireDependencies();
  const commandLine = await loadConsole();
  if (explainUsage(commandLine, args)) return 0;
  const [name = "", path = ""] = args;
  if (name === "backup") return save(settings, path);
  if (name === "restore") return restore(settings, path);
  if (name === "change-keys") return changeKeysHere(settings);
  const running = runningUrl(dataDir);
  const work = async (/** @type {string} */ databaseUrl) => {
    await requireConnection(databaseUrl);
    const full = complete(settings, { databaseUrl, running });
    Object.assign(process.env, appEnv(full, { dev: false, distDir: ".next" }));
    return runConsole(commandLine, args, running);
  };
  if (running) return work(databaseUrlOf(settings));
  return withDatabaseOnly(settings, async (databaseUrl) => {
    await migrate(databaseUrl);
    return work(databaseUrl);
  });
}
