import { listenForInterrupts, untilInterrupted } from "./interrupts.mjs";
import { loadSettings } from "./load-settings.mjs";
import { print, step } from "./output.mjs";
import { preflight } from "./preflight.mjs";
import { startStack } from "./stack.mjs";

/**
 * Starts Greenroom and keeps it running until it is told to stop.
 * @param {string[]} args
 */
export async function start(args) {
  listenForInterrupts();
  const settings = loadSettings();
  await preflight(settings);
  const dev = args.includes("--dev");
  const stack = await startStack(settings, { dev, distDir: ".next", freshDatabase: false });
  print(`
  Greenroom is running:  ${settings.publicUrl}

  Its data and logs are in ${settings.dataDir}. Ctrl-C stops it.
`);
  const problem = await Promise.race([untilInterrupted(), stack.failed]);
  if (!problem) print("Stopping Greenroom.");
  await step("Stopping", stack.stop);
  if (problem) throw problem;
  return 0;
}
