import { requireBrowser } from "./browser.mjs";
import { dependenciesAreInstalled, installDependencies } from "./dependencies.mjs";
import { requireWritable } from "./files.mjs";
import { whoRuns } from "./installation-lock.mjs";
import { requireLiveKit } from "./livekit-binary.mjs";
import { dataFolder, loadSettings } from "./load-settings.mjs";
import { fromRoot } from "./paths.mjs";
import { preflight } from "./preflight.mjs";
import { Problem } from "./problem.mjs";
import { testDataDir } from "./test-settings.mjs";

export async function requireDependencies() {
  if (dependenciesAreInstalled()) return;
  // npm empties node_modules first, under the feet of whoever runs from it.
  for (const dataDir of [dataFolder(), fromRoot(testDataDir)]) {
    const who = whoRuns(dataDir);
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
  // The packages first: one of them unpacks the Go that builds LiveKit.
  await requireDependencies();
  if (!settings.livekitUrl) await requireLiveKit();
  return settings;
}

export async function setupForTests() {
  requireWritable(fromRoot(testDataDir));
  await requireDependencies();
  await requireLiveKit();
  await requireBrowser();
}
