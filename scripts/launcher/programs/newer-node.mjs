import { spawn } from "node:child_process";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { run } from "../commands.mjs";
import { interrupted, listenForInterrupts } from "../interrupts.mjs";
import { print, step } from "../output.mjs";
import { isProgram, root } from "../paths.mjs";
import { Interrupted, Problem } from "../problem.mjs";
import { findInCache, placeInCache, withDraft } from "./cache.mjs";
import { nodeNeeded } from "./node-version.mjs";
import { runNpm } from "./npm.mjs";

const signals = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);
const tryMs = 20_000;

const needed = () => nodeNeeded(process.versions.node);
const advice = "install a newer Node (https://nodejs.org)";

/** @param {string} file */
const readTool = (file) => JSON.parse(readFileSync(join(root, "tools", "node", file), "utf8"));

/** The package with Node for this system. npm's `node` package would fetch it in an install script. */
function pinnedPackage() {
  const { optionalDependencies } = readTool("package.json");
  const system = `-${process.platform}-${process.arch}`;
  const name = Object.keys(optionalDependencies).find((each) => each.endsWith(system));
  if (!name) throw new Problem(`${needed()} Greenroom cannot fetch it for this system: ${advice}.`);
  return { name, version: String(optionalDependencies[name]) };
}

/**
 * @param {{ name: string, version: string }} pinned
 * @param {string} target
 */
function fetchNode({ name, version }, target) {
  return withDraft(target, async (draft) => {
    // Not optional: npm would skip an optional package that it cannot fetch.
    const dependencies = { [name]: version };
    const path = `node_modules/${name}`;
    // npm refuses content that does not match the pinned hash.
    const { optional, ...locked } = readTool("package-lock.json").packages[path];
    const packages = { "": { dependencies }, [path]: locked };
    writeFileSync(join(draft, "package.json"), JSON.stringify({ dependencies }));
    writeFileSync(
      join(draft, "package-lock.json"),
      JSON.stringify({ lockfileVersion: 3, requires: true, packages }),
    );
    const args = ["ci", "--prefix", draft, "--ignore-scripts"];
    const { code, output } = await runNpm(args, { cwd: draft });
    const folder = join(draft, "node_modules", name, "bin");
    if (code !== 0 || !isProgram(join(folder, "node"))) {
      throw new Problem(
        `${output.trim()}\n\n${needed()} npm could not fetch Node ${version} (see above). Check your connection, or ${advice}.`,
      );
    }
    const tried = await run(join(folder, "node"), ["--version"], { timeoutMs: tryMs });
    if (tried.output.trim() !== `v${version}`) {
      throw new Problem(
        `${needed()} The Node ${version} that npm fetched does not run on this system: ${advice}.`,
      );
    }
    try {
      renameSync(folder, target);
    } catch (error) {
      // Another start may have been faster.
      if (!isProgram(join(target, "node"))) throw error;
    }
  });
}

async function requireNewerNode() {
  const pinned = pinnedPackage();
  const name = `node-${pinned.version}-${process.platform}-${process.arch}`;
  const found = findInCache(name, (path) => isProgram(join(path, "node")));
  const folder = found ?? placeInCache(name);
  if (!found) {
    await step(`Fetching Node ${pinned.version}, once`, () => fetchNode(pinned, folder));
  }
  return { node: join(folder, "node"), version: pinned.version, folder };
}

/**
 * @param {string} node
 * @returns {Promise<number>} the exit code
 */
function handOver(node) {
  const path = [dirname(node), process.env.PATH].filter(Boolean).join(delimiter);
  return new Promise((resolve, reject) => {
    const env = { ...process.env, PATH: path };
    const child = spawn(node, process.argv.slice(1), { stdio: "inherit", env });
    for (const signal of signals) process.on(signal, () => child.kill(signal));
    interrupted.addEventListener("abort", () => child.kill("SIGTERM"), { once: true });
    child.on("error", reject);
    child.on("exit", (code, signal) =>
      resolve(code ?? 128 + constants.signals[signal ?? "SIGTERM"]),
    );
  });
}

/** Runs the command and its child processes again with a Node that is new enough. */
export async function runWithNewerNode() {
  listenForInterrupts();
  const { node, version, folder } = await requireNewerNode();
  if (interrupted.aborted) throw new Interrupted();
  const own = process.versions.node;
  print(`Node ${own} is too old for Greenroom. Using Node ${version} from ${folder}.`);
  return handOver(node);
}
