import { requireBrowser } from "./browser.mjs";
import { dependenciesAreInstalled, installDependencies } from "./dependencies.mjs";
import { requireWritable } from "./files.mjs";
import { whoRuns } from "./installation-lock.mjs";
import { interrupted, listenForInterrupts } from "./interrupts.mjs";
import { requireLiveKit } from "./livekit-binary.mjs";
import { loadSettings } from "./load-settings.mjs";
import { fromRoot } from "./paths.mjs";
import { preflight } from "./preflight.mjs";
import { Interrupted, Problem } from "./problem.mjs";
import { testDataDir } from "./test-settings.mjs";

export async function requireDependencies() {
  if (dependenciesAreInstalled()) return;
  // npm empties node_modules first, under the feet of whoever runs from it.
  for (const dataDir of [process.env.DATA_DIR || ".data", testDataDir]) {
    const who = whoRuns(fromRoot(dataDir));
    if (who) {
      throw new Problem(`The packages must be installed anew: first stop the Greenroom at ${who}.`);
    }
  }
  await installDependencies();
}

/** @returns the settings, once everything that a start needs is there */
export async function setupForStart() {
  const settings = loadSettings();
  await preflight(settings);
  // Before the packages: that there is neither LiveKit nor Go is known at once.
  if (!settings.livekitUrl) await requireLiveKit(fromRoot(settings.dataDir));
  await requireDependencies();
  return settings;
}

export async function setupForTests() {
  const dataDir = fromRoot(testDataDir);
  requireWritable(dataDir);
  await requireLiveKit(dataDir);
  await requireDependencies();
  await requireBrowser();
}

/**
 * Makes a checkout ready to start, or ready for its tests. What is there already is not done again.
 * @param {string[]} args
 */
export async function setup(args) {
  listenForInterrupts();
  await (args.includes("--test") ? setupForTests() : setupForStart());
  if (interrupted.aborted) throw new Interrupted();
  return 0;
}
