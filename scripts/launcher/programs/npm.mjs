import { basename } from "node:path";
import { run } from "../commands.mjs";

/**
 * Runs the npm that started us, even if it is not on the PATH.
 * @param {string[]} args
 * @param {import("../commands.mjs").RunOptions} [options]
 */
export function runNpm(args, options) {
  const script = process.env.npm_execpath;
  const quiet = [...args, "--no-audit", "--no-fund", "--loglevel=error"];
  return script && basename(script) === "npm-cli.js"
    ? run(process.execPath, [script, ...quiet], options)
    : run("npm", quiet, options);
}
