import { existsSync } from "node:fs";
import { join } from "node:path";
import { run } from "./commands.mjs";
import { step } from "./output.mjs";
import { onPath, root } from "./paths.mjs";
import { Problem } from "./problem.mjs";

const commands = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const macPrograms = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const tryMs = 20_000;
const downloadMs = 240_000;
const aptMs = 600_000;

/**
 * A file that is there may still not run: a stub that asks for snap, a library that is missing.
 * @param {string | null | undefined} program
 */
async function works(program) {
  if (!program) return false;
  return (await run(program, ["--version"], { timeoutMs: tryMs })).code === 0;
}

/** @returns {Promise<string | null>} the browser that Playwright downloaded, if it has */
async function playwrightsOwn() {
  const { chromium } = await import("playwright");
  const path = chromium.executablePath();
  return existsSync(path) && (await works(path)) ? path : null;
}

async function installed() {
  const candidates = [...commands.map(onPath), ...macPrograms.filter((path) => existsSync(path))];
  for (const candidate of candidates) {
    if (await works(candidate)) return candidate;
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

async function fromApt() {
  const apt = onPath("apt-get");
  if (!apt || process.getuid?.() !== 0) return null;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await step("Installing Chromium for the tests with apt-get", async () => {
    await run(apt, ["update"], { env, timeoutMs: aptMs });
    const args = ["install", "--yes", "--no-install-recommends", "chromium"];
    await run(apt, args, { env, timeoutMs: aptMs });
  });
  return installed();
}

/**
 * Finds the browser for the tests. One that is there already wins over a download, though
 * Playwright's own build fits it best: the download takes minutes, and behind many proxies it
 * cannot succeed at all.
 * @returns {Promise<string>} its path
 */
export async function requireBrowser() {
  for (const find of [playwrightsOwn, installed, downloaded, fromApt]) {
    const found = await find();
    if (found) return found;
  }
  throw new Problem(
    "The tests need a browser: install Chromium or Google Chrome so that it is on the PATH, or run npx playwright install chromium.",
  );
}
