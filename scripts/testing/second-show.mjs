import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { signalGroup } from "../launcher/commands.mjs";
import { interrupted } from "../launcher/interrupts.mjs";
import { print, step } from "../launcher/output.mjs";
import { root } from "../launcher/paths.mjs";

/** @typedef {import("./counts.mjs").Counts} Counts */
/** @typedef {import("../../tests/support/second-show/main").Report} Report */

const program = join(root, ".artifacts", "second-show.mjs");

async function bundle() {
  const { build } = await import("esbuild");
  await build({
    bundle: true,
    entryPoints: [join(root, "tests", "support", "second-show", "main.ts")],
    outfile: program,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    sourcemap: true,
    logLevel: "warning",
  });
}

/** @param {boolean} passed */
const counted = (passed) => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 });

/** @param {Report} report */
function tell({ harm, coreShare }) {
  const cost = `${(100 * coreShare).toFixed(1)} % of a core`;
  if (harm.length === 0) print(`The tests did not affect the second show, which took ${cost}.`);
  else print(["The tests affected the second show:", ...harm].join("\n  "), "stderr");
}

/**
 * Puts a second show with people on air, in a separate process, next to the tests of every part, which
 * do not know about it.
 * @param {Record<string, string | undefined>} env of the tests
 * @returns {Promise<() => Promise<Counts>>} ends it; counts as one test, which passes if no test
 *   affected it
 */
export async function startSecondShow(env) {
  await bundle();
  const child = fork(program, {
    // Otherwise LiveKit's SDK writes its own log to the terminal.
    env: /** @type {NodeJS.ProcessEnv} */ ({ ...env, NODE_ENV: "production" }),
    execArgv: ["--enable-source-maps"],
    detached: true,
  });
  const stop = () => child.pid && signalGroup(child.pid, "SIGTERM");
  interrupted.addEventListener("abort", stop, { once: true });
  /** @type {Report | undefined} */
  let report;
  const ended = once(child, "exit").then(() => interrupted.removeEventListener("abort", stop));
  await step("Putting a second show on air", () => Promise.race([once(child, "message"), ended]));
  child.on("message", (message) => {
    report = /** @type {Report} */ (message);
  });
  return async () => {
    if (child.connected) child.send("end");
    await ended;
    if (report) tell(report);
    else print("The second show ended unexpectedly.", "stderr");
    return counted(report?.harm.length === 0);
  };
}
