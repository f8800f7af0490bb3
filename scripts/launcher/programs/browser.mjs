import { existsSync } from "node:fs";
import { join } from "node:path";
import { run } from "../commands.mjs";
import { step } from "../output.mjs";
import { root } from "../paths.mjs";
import { Problem } from "../problem.mjs";
import { findProgram, installedProgram, works } from "./debian-program.mjs";

const commands = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const macPrograms = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const downloadMs = 240_000;

/** @returns {Promise<string | null>} the browser that Playwright downloaded, if there is one */
async function playwrightsOwn() {
  const { chromium } = await import("playwright");
  const path = chromium.executablePath();
  return existsSync(path) && (await works(path)) ? path : null;
}

async function installed() {
  const found = await installedProgram(commands);
  if (found) return found;
  for (const path of macPrograms) {
    if (existsSync(path) && (await works(path))) return path;
  }
  return null;
}

async function downloaded() {
  const script = join(root, "node_modules", "playwright", "cli.js");
  const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "10000" };
  await step("Downloading a browser for the tests", () =>
    run(process.execPath, [script, "install", "chromium", "--no-shell"], {
      env,
      timeoutMs: downloadMs,
    }),
  );
  return playwrightsOwn();
}

const fromDebian = () => findProgram({ name: "Chromium", commands, debianPackage: "chromium" });

/**
 * Finds the browser for the tests. Playwright's own build fits best, but an installed browser is
 * preferred over downloading it: the download takes minutes and fails behind many proxies.
 * @returns {Promise<string>} its path
 */
export async function requireBrowser() {
  for (const find of [playwrightsOwn, installed, downloaded, fromDebian]) {
    const found = await find();
    if (found) return found;
  }
  throw new Problem(
    "The tests need a browser. Install Chromium or Google Chrome so that it is on the PATH, or run npx playwright install chromium.",
  );
}

/**
 * Finds Chromium's headless shell: the same engine without a window and tab strip, which take a good
 * part of a headless browser's CPU time to draw.
 * @returns {Promise<string | null>} its path; null if it is missing and cannot be installed
 */
export const findHeadlessShell = () =>
  findProgram({
    name: "Chromium's headless shell",
    commands: ["chromium-headless-shell"],
    debianPackage: "chromium-headless-shell",
  });
