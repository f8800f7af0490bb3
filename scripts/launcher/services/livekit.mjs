import { join } from "node:path";
import { writePrivate } from "../builds/files.mjs";
import { requireLiveKit } from "../programs/livekit-binary.mjs";
import { answers, keepRunning } from "../programs/program.mjs";
import { liveKitConfig } from "./livekit-config.mjs";

const readyWithinMs = 30_000;

/**
 * On the first signal LiveKit waits until everyone has left, on the second it stops.
 * @type {import("../processes.mjs").StopPlan}
 */
export const liveKitStopPlan = [
  { signal: "SIGTERM", waitMs: 300 },
  { signal: "SIGTERM", waitMs: 2_500 },
];

/**
 * Starts LiveKit with its configuration in DATA_DIR/livekit.yaml.
 * @param {string} dataDir
 * @param {import("./livekit-config.mjs").LiveKitConfig} config
 * @param {import("../log-file.mjs").LogFile} log
 * @param {import("../programs/program.mjs").Recorder} record
 */
export async function startLiveKit(dataDir, config, log, record) {
  const configFile = join(dataDir, "livekit.yaml");
  const command = await requireLiveKit();
  writePrivate(configFile, liveKitConfig(config));
  const url = `http://127.0.0.1:${config.port}`;
  const program = await keepRunning(
    {
      key: "livekit",
      name: "LiveKit",
      command,
      args: ["--config", configFile],
      cwd: dataDir,
      // LiveKit reads LIVEKIT_PORT, UDP_PORT, REDIS_HOST and many more from the environment, which
      // would override the file.
      env: { PATH: process.env.PATH, HOME: process.env.HOME },
      log,
      shows: "nothing",
      stopPlan: liveKitStopPlan,
      isReady: () => answers(url),
      readyWithinMs,
      attempts: 4,
      restarts: 5,
    },
    record,
  );
  return { ...program, url };
}
