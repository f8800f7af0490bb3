import { listenForInterrupts, untilInterrupted } from "./interrupts.mjs";
import { print, step } from "./output.mjs";
import { startStack } from "./services/stack.mjs";
import { setupForStart } from "./setup.mjs";

/** @param {string} url */
const founderWords = (url) => `
  To create the first account, the super admin, open:
  ${url}
`;

/**
 * Starts Greenroom and keeps it running until it is interrupted.
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
  Data and logs are in ${settings.dataDir}. Press Ctrl-C to stop.
`);
  const problem = await Promise.race([untilInterrupted(), stack.failed]);
  if (!problem) print("Stopping Greenroom.");
  await step("Stopping", stack.stop);
  if (problem) throw problem;
  return 0;
}
