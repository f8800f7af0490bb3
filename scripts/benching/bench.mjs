import { readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../launcher/commands.mjs";
import { interrupted, listenForInterrupts } from "../launcher/interrupts.mjs";
import { print, seconds } from "../launcher/output.mjs";
import { fromRoot } from "../launcher/paths.mjs";
import { Interrupted } from "../launcher/problem.mjs";
import { requireBrowser } from "../launcher/programs/browser.mjs";
import { freePort } from "../launcher/services/ports.mjs";
import { startStack } from "../launcher/services/stack.mjs";
import { setupForTests } from "../launcher/setup.mjs";
import { testDataDir, testSettings } from "../launcher/test-settings.mjs";
import { bundle, bundles } from "./bundle.mjs";
import { buildCrowd } from "./crowd-client.mjs";

/** The stack's processes, as the launcher records them for later starts. */
function processIds() {
  const running = join(fromRoot(testDataDir), "running.json");
  const { app, livekit, postgres } = JSON.parse(readFileSync(running, "utf8")).children;
  const pid = (/** @type {{ pid: number } | undefined} */ mark) => String(mark?.pid ?? 0);
  return { APP_PID: pid(app), LIVEKIT_PID: pid(livekit), POSTGRES_PID: pid(postgres) };
}

/**
 * Measures the app beside a bare page, on its own stack and the production build.
 * @param {string[]} args of bench/main.ts
 */
export async function bench(args) {
  listenForInterrupts();
  await setupForTests();
  await bundle();
  const crowd = args.includes("crowd") ? { CROWD_CLIENT: await buildCrowd() } : {};
  const metricsPort = await freePort("tcp", "127.0.0.1");
  const settings = { ...(await testSettings()), metricsPort };
  const startedAt = Date.now();
  const CHROMIUM = await requireBrowser();
  const inspectPort = String(await freePort("tcp", "127.0.0.1"));
  // Opened only when the bench asks for it, with a signal.
  const inspector = `--inspect-port=${inspectPort} --inspect-publish-uid=http`;
  process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ""} ${inspector}`;
  const stack = await startStack(settings, {
    dev: false,
    distDir: ".next-test",
    freshDatabase: true,
  });
  print(`${settings.publicUrl} is up: ${seconds(Date.now() - startedAt)}`);
  void stack.failed.then(({ message }) => print(message, "stderr"));
  try {
    const programs = { ...processIds(), ...crowd, APP_INSPECT_PORT: inspectPort };
    const env = { ...stack.env, ...programs, BASE_URL: settings.publicUrl, CHROMIUM };
    const program = ["--enable-source-maps", join(bundles, "main.mjs"), ...args];
    const { code } = await run(process.execPath, program, { env, inherit: true });
    if (interrupted.aborted) throw new Interrupted();
    return code;
  } finally {
    await stack.stop();
  }
}
