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
  if (harm.length === 0) print(`The second show was not affected; its people used ${cost}.`);
  else print(["The second show was affected:", ...harm].join("\n  "), "stderr");
}

/**
 * Puts a second show on air, with people in it, in a separate process: it runs beside the tests of every
 * part, and no test knows it.
 * @param {Record<string, string | undefined>} env of the tests
 * @returns {Promise<() => Promise<Counts>>} ends it; counts as one test, which passes if the show was
 *   not affected
 */
export async function startSecondShow(env) {
  await bundle();
  const child = fork(program, {
    // With any other NODE_ENV, LiveKit's SDK logs to the terminal.
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
    else print("The second show stopped early.", "stderr");
    return counted(report?.harm.length === 0);
  };
}
