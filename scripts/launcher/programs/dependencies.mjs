import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { step } from "../output.mjs";
import { root } from "../paths.mjs";
import { Problem } from "../problem.mjs";
import { runNpm } from "./npm.mjs";

/**
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, os?: string[], cpu?: string[] }} Package
 * @typedef {Record<string, Package>} Packages by folder, as in a lockfile
 */

/**
 * @param {string} file
 * @returns {Packages | null}
 */
function readPackages(file) {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return null;
  }
}

/**
 * @param {string[] | undefined} list such as ["linux", "darwin"] or ["!win32"]
 * @param {string} value
 */
function allows(list, value) {
  if (!list || list.includes(value)) return true;
  return list.every((entry) => entry.startsWith("!")) && !list.includes(`!${value}`);
}

/** @param {Package} entry */
function isForHere({ os, cpu }) {
  return allows(os, process.platform) && allows(cpu, process.arch);
}

/**
 * Compares the lockfile with the list that npm leaves in node_modules after a complete installation.
 * Optional packages may be missing, since most are for other systems.
 * @param {Packages} locked
 * @param {Packages | null} installed
 */
export function isInstalled(locked, installed) {
  if (!installed) return false;
  const wanted = Object.entries(locked).filter(([folder]) => folder !== "");
  return (
    wanted.every(([folder, { version, optional, devOptional }]) =>
      installed[folder] ? installed[folder].version === version : (optional ?? devOptional),
    ) && Object.entries(installed).every(([folder, entry]) => locked[folder] && isForHere(entry))
  );
}

export function dependenciesAreInstalled() {
  const locked = readPackages(join(root, "package-lock.json"));
  if (!locked) throw new Problem("package-lock.json is missing or broken. Restore it with git.");
  return isInstalled(locked, readPackages(join(root, "node_modules", ".package-lock.json")));
}

export async function installDependencies() {
  // The build needs the development packages, even if NODE_ENV is production.
  const { code, output } = await step("Installing packages", () => runNpm(["ci", "--include=dev"]));
  if (code !== 0) {
    throw new Problem(`${output.trim()}\n\nnpm could not install the packages (see above).`);
  }
}
