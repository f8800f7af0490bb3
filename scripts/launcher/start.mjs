import { listenForInterrupts, untilInterrupted } from "./interrupts.mjs";
import { print, step } from "./output.mjs";
import { startStack } from "./services/stack.mjs";
import { setupForStart } from "./setup.mjs";

/** @param {string} url */
const founderWords = (url) => `
  Create the first account, the super admin:
  ${url}
`;

/**
 * Starts Greenroom and keeps it running until it is told to stop.
 * @param {string[]} args
 */
export async function start(args) {
  listenForInterrupts();
  const settings = await setupForStart();
  const dev = args.includes("--dev");
  const stack = await startStack(settings, { dev, distDir: ".next", freshDatabase: false });
  print(`
  Greenroom is running:  ${settings.publicUrl}
${stack.founderUrl ? founderWords(stack.founderUrl) : ""}
  Its data and logs are in ${settings.dataDir}. Ctrl-C stops it.
`);
  const problem = await Promise.race([untilInterrupted(), stack.failed]);
  if (!problem) print("Stopping Greenroom.");
  await step("Stopping", stack.stop);
  if (problem) throw problem;
  return 0;
}
