import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../commands.mjs";
import { step } from "../output.mjs";
import { root } from "../paths.mjs";
import { Problem } from "../problem.mjs";
import { browserModulesAreBuilt, buildBrowserModules } from "./browser-modules.mjs";
import { bundleServer, serverIsBundled } from "./server-bundle.mjs";

/**
 * Everything that the build reads, except node_modules, which the lockfile represents. public/ is not
 * part of it: Next lists that folder when it starts.
 */
const inputs = [
  ...["app", "components", "lib", "messages"],
  ...["instrumentation.ts", "instrumentation-client.ts"],
  ...["next.config.js", "next.config.mjs", "next.config.ts"],
  ...["scripts/launcher/builds", "scripts/launcher/programs/segmenter-model.mjs"],
  ...["package.json", "package-lock.json", "postcss.config.mjs", "tsconfig.json"],
];

const nextProgram = join(root, "node_modules", "next", "dist", "bin", "next");

/**
 * @param {string} path
 * @returns {string[]} the files at and below this path, sorted
 */
function filesAt(path) {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [path];
  const names = readdirSync(join(root, path)).sort();
  return names.flatMap((name) => filesAt(`${path}/${name}`));
}

function inputHash() {
  const hash = createHash("sha256").update(process.version);
  for (const file of inputs.flatMap(filesAt)) {
    const content = readFileSync(join(root, file));
    hash.update(`\0${file}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

/**
 * Builds the app, unless the folder already has a build of the same files.
 * @param {string} distDir relative to the checkout
 */
export async function buildApp(distDir) {
  const stamp = join(root, distDir, "greenroom-inputs");
  const hash = inputHash();
  const isBuilt = existsSync(stamp) && readFileSync(stamp, "utf8") === hash;
  if (isBuilt && browserModulesAreBuilt(distDir) && serverIsBundled(distDir)) return;
  rmSync(stamp, { force: true });
  const env = {
    ...process.env,
    NODE_ENV: "production",
    NEXT_DIST_DIR: distDir,
    NEXT_TELEMETRY_DISABLED: "1",
  };
  const build = async () => {
    await buildBrowserModules(distDir);
    return run(process.execPath, [nextProgram, "build"], { env });
  };
  const { code, output } = await step("Building the app", build);
  if (code !== 0) throw new Problem(`${output.trim()}\n\nThe app could not be built (see above).`);
  // Comes after Next, which empties the folder.
  await bundleServer(distDir);
  writeFileSync(stamp, hash);
}
