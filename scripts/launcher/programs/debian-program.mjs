import { run } from "../commands.mjs";
import { step } from "../output.mjs";
import { onPath } from "../paths.mjs";

const tryMs = 20_000;
const aptMs = 600_000;

/**
 * Whether a program runs. An existing file may not: it can be a stub that asks for snap, or miss a
 * library.
 * @param {string | null | undefined} program
 * @param {string} [flag] that prints the version
 */
export async function works(program, flag = "--version") {
  if (!program) return false;
  return (await run(program, [flag], { timeoutMs: tryMs })).code === 0;
}

/**
 * Finds the first of these commands that is on the PATH and runs.
 * @param {readonly string[]} commands
 * @param {string} [flag]
 * @returns {Promise<string | null>} its path
 */
export async function installedProgram(commands, flag) {
  for (const command of commands) {
    const path = onPath(command);
    if (path && (await works(path, flag))) return path;
  }
  return null;
}

/**
 * @param {string} name as people know it: "Chromium"
 * @param {string} debianPackage
 */
export async function installFromDebian(name, debianPackage) {
  const apt = onPath("apt-get");
  if (!apt || process.getuid?.() !== 0) return;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await step(`Installing ${name} for the tests with apt-get`, async () => {
    await run(apt, ["update"], { env, timeoutMs: aptMs });
    const args = ["install", "--yes", "--no-install-recommends", debianPackage];
    await run(apt, args, { env, timeoutMs: aptMs });
  });
}

/**
 * Finds a program for the tests, and installs it from Debian if possible.
 * @param {{ name: string, commands: readonly string[], debianPackage: string, flag?: string }} wanted
 * @returns {Promise<string | null>} its path
 */
export async function findProgram({ name, commands, debianPackage, flag }) {
  const found = await installedProgram(commands, flag);
  if (found) return found;
  await installFromDebian(name, debianPackage);
  return installedProgram(commands, flag);
}
