import cluster from "node:cluster";
import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { migrate, requireConnection } from "../migrate.mjs";
import { appEnv } from "./app-env.mjs";
import { consoleProgram, serverProgram } from "./builds/server-bundle.mjs";
import { explainUsage, runConsole } from "./console.mjs";
import { loadSettings } from "./load-settings.mjs";
import { root } from "./paths.mjs";
import { Problem } from "./problem.mjs";

const distDir = ".next";

/**
 * Turns this process into an app process, from the build of scripts/build.mjs. With arguments, it runs that
 * command of the command line instead. Installs, builds and writes nothing, so it works on a read-only disk and
 * beside any number of others. PostgreSQL, LiveKit and the secrets are given by settings.
 * @param {string[]} args
 */
export async function prebuilt(args) {
  const settings = loadSettings();
  const { databaseUrl } = settings;
  if (!databaseUrl) throw new Problem("Set DATABASE_URL: this command starts no PostgreSQL.");
  const program = args.length > 0 ? consoleProgram(distDir) : serverProgram(distDir);
  if (!existsSync(program)) throw new Problem("Build Greenroom first: npm run build.");
  // Next and the app find their files from here.
  process.chdir(root);
  // As on the launcher's command line: warnings would hide the command's own output.
  const logLevel = args.length > 0 ? "error" : settings.logLevel;
  Object.assign(process.env, appEnv({ ...settings, logLevel }, { dev: false, distDir }));
  if (args.length > 0) {
    const commandLine = await import(pathToFileURL(program).href);
    if (explainUsage(commandLine, args)) return 0;
    if (commandLine.needsLauncher(args)) {
      throw new Problem(
        `${args[0]} needs a checkout of Greenroom. docs/operations.md says what to do without one.`,
      );
    }
    await requireConnection(databaseUrl);
    return runConsole(commandLine, args, settings.publicUrl);
  }
  // Each of several processes runs this file again.
  if (cluster.isPrimary) await migrate(databaseUrl);
  await import(pathToFileURL(program).href);
  return 0;
}
