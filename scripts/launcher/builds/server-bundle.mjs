import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../paths.mjs";

/** Packages of hundreds of modules, which Node would look up one by one at each start. */
const bundledPackages = ["drizzle-orm", "jose", "livekit-server-sdk", "next-intl", "parse5", "zod"];

/**
 * The app's own server for Node: lib/server in one file, without most of its packages.
 * @param {string} distDir of the build that it belongs to, relative to the checkout
 */
export const serverProgram = (distDir) => join(root, distDir, "greenroom-server.mjs");

/** @param {string} distDir */
export const serverIsBundled = (distDir) => existsSync(serverProgram(distDir));

/** @param {string} distDir */
export const bundleServer = (distDir) => bundle("lib/server/main.ts", serverProgram(distDir));

/**
 * The command line for administrators: lib/console in one file, without most of its packages.
 * @param {string} distDir
 */
export const consoleProgram = (distDir) => join(root, distDir, "greenroom-console.mjs");

/** @param {string} distDir */
export const bundleConsole = (distDir) => bundle("lib/console/main.ts", consoleProgram(distDir));

function packagesLeftOut() {
  const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return Object.keys(dependencies)
    .filter((name) => !bundledPackages.includes(name))
    .flatMap((name) => [name, `${name}/*`]);
}

/**
 * @param {string} entry relative to the checkout
 * @param {string} outfile inside the checkout, so that Node finds the packages
 */
export async function bundle(entry, outfile) {
  // Imported here, because the packages may not be installed before.
  const { build } = await import("esbuild");
  await build({
    entryPoints: [join(root, entry)],
    outfile,
    absWorkingDir: root,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    external: packagesLeftOut(),
    // Outside React's server build this package throws.
    alias: { "server-only": join(root, "node_modules", "server-only", "empty.js") },
    logLevel: "warning",
  });
}
