import { requireWritable } from "./builds/files.mjs";
import { whoRuns } from "./installation-lock.mjs";
import { dataFolder, loadSettings } from "./load-settings.mjs";
import { fromRoot } from "./paths.mjs";
import { Problem } from "./problem.mjs";
import { requireBrowser } from "./programs/browser.mjs";
import { dependenciesAreInstalled, installDependencies } from "./programs/dependencies.mjs";
import { requireLiveKit } from "./programs/livekit-binary.mjs";
import { preflight } from "./services/preflight.mjs";
import { testDataDir } from "./test-settings.mjs";

export async function requireDependencies() {
  if (dependenciesAreInstalled()) return;
  // npm empties node_modules first, which would break a running Greenroom.
  for (const dataDir of [dataFolder(), fromRoot(testDataDir)]) {
    const who = whoRuns(dataDir);
    if (who) {
      throw new Problem(`The packages need to be reinstalled. Stop the Greenroom at ${who} first.`);
    }
  }
  await installDependencies();
}

/** @returns the settings, once everything needed to start is installed */
export async function setupForStart() {
  const settings = loadSettings();
  await preflight(settings);
  // Packages come first, because one of them unpacks the Go that builds LiveKit.
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
