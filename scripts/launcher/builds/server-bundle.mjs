import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "../paths.mjs";

/**
 * The app's own server as Node runs it: lib/server in one file, packages left where they are.
 * @param {string} distDir of the build that it goes with, relative to the checkout
 */
export const serverProgram = (distDir) => join(root, distDir, "greenroom-server.mjs");

/** @param {string} distDir */
export const serverIsBundled = (distDir) => existsSync(serverProgram(distDir));

/** @param {string} distDir */
export const bundleServer = (distDir) => bundle("lib/server/main.ts", serverProgram(distDir));

/**
 * @param {string} entry relative to the checkout
 * @param {string} outfile in the checkout, where Node finds the packages
 */
export async function bundle(entry, outfile) {
  // Not before the packages are installed.
  const { build } = await import("esbuild");
  await build({
    entryPoints: [join(root, entry)],
    outfile,
    absWorkingDir: root,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    // Outside of React's server build this package throws.
    alias: { "server-only": join(root, "node_modules", "server-only", "empty.js") },
    logLevel: "warning",
  });
}
