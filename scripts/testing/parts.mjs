import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "../benching/bundle.mjs";
import { run } from "../launcher/commands.mjs";
import { root } from "../launcher/paths.mjs";
import { withCluster } from "./cluster.mjs";
import { countPlaywright, countVitest, readCounts, withExitCode } from "./counts.mjs";
import { findNetworks } from "./networks.mjs";
import { findProxies } from "./proxies.mjs";

/** @typedef {import("./counts.mjs").Counts} Counts */
/** @typedef {Record<string, string | undefined>} Env */

/**
 * @typedef {object} Part
 * @property {boolean} [onStack] runs against a Greenroom started for the tests
 * @property {boolean} [alone] needs a Greenroom where nothing has happened yet
 * @property {boolean} [onlyByName] not part of a plain `npm test`
 * @property {(env: Env, extra: string[]) => Promise<Counts>} run
 */

const artifacts = join(root, ".artifacts");
const program = (/** @type {string[]} */ ...path) => join(root, "node_modules", ...path);

const biome = program("@biomejs", "biome", "bin", "biome");
const cruiser = program("dependency-cruiser", "bin", "dependency-cruiser.mjs");
const next = program("next", "dist", "bin", "next");
const tsc = program("typescript", "bin", "tsc");
const vitest = program("vitest", "vitest.mjs");
const playwright = program("@playwright", "test", "cli.js");

/**
 * @param {string[]} args
 * @param {Env} env
 */
async function node(args, env) {
  return (await run(process.execPath, args, { env, inherit: true })).code;
}

/**
 * Commands that pass or fail together and count as one test.
 * @param {string[][]} commands
 * @returns {Part}
 */
function whole(...commands) {
  return {
    run: async (env, extra) => {
      let code = 0;
      for (const args of commands) code ||= await node([...args, ...extra], env);
      return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
    },
  };
}

/**
 * @param {string} name
 * @param {(report: any) => Counts} count
 * @param {(jsonFile: string) => { args: string[], env?: Env }} command
 * @returns {Part["run"]}
 */
function reported(name, count, command) {
  return async (env, extra) => {
    const jsonFile = join(artifacts, `${name}.json`);
    mkdirSync(artifacts, { recursive: true });
    rmSync(jsonFile, { force: true });
    const { args, env: more } = command(jsonFile);
    const code = await node([...args, ...extra], { ...env, ...more });
    return withExitCode(readCounts(jsonFile, count), code);
  };
}

/**
 * @param {string} name
 * @param {string[]} projects
 */
function vitestPart(name, projects = [name]) {
  return reported(name, countVitest, (jsonFile) => ({
    args: [
      ...[vitest, "run", "--reporter=default", "--reporter=json", `--outputFile.json=${jsonFile}`],
      ...projects.map((project) => `--project=${project}`),
    ],
  }));
}

/**
 * @param {string} name
 * @param {{ projects?: string[], workers?: number }} [options]
 */
function playwrightPart(name, { projects = [name], workers = 1 } = {}) {
  return reported(name, countPlaywright, (jsonFile) => ({
    args: [
      ...[playwright, "test", "--reporter=list,json", `--workers=${workers}`],
      // Separated by a space, Playwright would take the file names that follow for projects too.
      ...projects.map((project) => `--project=${project}`),
    ],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: jsonFile },
  }));
}

/** @type {Record<string, Part>} in the order they run */
export const parts = {
  lint: whole(
    [biome, "check", "."],
    [
      cruiser,
      "--config",
      ".dependency-cruiser.cjs",
      "lib",
      "app",
      "components",
      "instrumentation.ts",
    ],
    [join(root, "scripts", "testing", "plain-words.mjs")],
  ),
  types: whole([next, "typegen"], [tsc, "--noEmit"]),
  unit: { run: vitestPart("unit", ["unit", "unit-isolated"]) },
  contract: { onStack: true, run: vitestPart("contract", ["contract", "contract-isolated"]) },
  proxies: {
    onStack: true,
    run: async (env, extra) => vitestPart("proxies")({ ...env, ...(await findProxies()) }, extra),
  },
  site: { onStack: true, run: playwrightPart("site", { workers: 2 }) },
  e2e: { onStack: true, run: playwrightPart("e2e", { projects: ["e2e", "e2e-whole-browser"] }) },
  firefox: { onStack: true, run: playwrightPart("firefox") },
  attacks: { onStack: true, onlyByName: true, run: vitestPart("attacks") },
  networks: {
    onStack: true,
    onlyByName: true,
    run: async (env, extra) => {
      await bundle();
      return playwrightPart("networks")({ ...env, ...(await findNetworks()) }, extra);
    },
  },
  cluster: {
    onStack: true,
    onlyByName: true,
    run: (env, extra) =>
      withCluster((found) => playwrightPart("cluster")({ ...env, ...found }, extra)),
  },
  tour: {
    onStack: true,
    alone: true,
    onlyByName: true,
    run: playwrightPart("tour", { projects: ["tour-en", "tour-de"] }),
  },
  faults: {
    onStack: true,
    onlyByName: true,
    run: async (env, extra) => vitestPart("faults")({ ...env, ...(await findProxies()) }, extra),
  },
  launcher: { run: vitestPart("launcher") },
  fresh: {
    onlyByName: true,
    run: (env, extra) => {
      const run = vitestPart("fresh", ["launcher"]);
      return run({ ...env, FRESH: "1" }, ["tests/launcher/launcher.test.ts", ...extra]);
    },
  },
};
