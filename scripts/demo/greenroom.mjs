import { setTimeout as pause } from "node:timers/promises";
import { runningUrl } from "../launcher/installation-lock.mjs";
import { interrupted } from "../launcher/interrupts.mjs";
import { step } from "../launcher/output.mjs";
import { fromRoot } from "../launcher/paths.mjs";
import { Interrupted, Problem } from "../launcher/problem.mjs";
import { localUrl } from "../launcher/services/next-app.mjs";
import { startStack } from "../launcher/services/stack.mjs";
import { requireDependencies, setupForStart } from "../launcher/setup.mjs";

/** @typedef {import("../../lib/settings.mjs").Settings} Settings */

/**
 * The Greenroom that shows the card.
 * @typedef {object} Greenroom
 * @property {string} address of its API
 * @property {string} url that people open
 * @property {string} name under which its demo account is kept
 * @property {string | null} founderUrl makes the first account the super admin; null if unknown
 * @property {boolean} ours whether it was started here, and ends with the demo
 * @property {Promise<Problem>} failed
 * @property {() => Promise<void>} stop
 */

const own = "this installation";
const askAgainMs = 500;

/** @param {string} url */
const ask = (url) => fetch(url, { signal: AbortSignal.timeout(5_000) }).then((is) => is.json());

/**
 * @param {string} address
 * @returns {Promise<string | null>} why no demo can run there, as a sentence; null if one can
 */
export async function whyNot(address) {
  const { ready, reason } = await ask(`${address}/readyz`).catch(() => ({}));
  if (ready === true) return null;
  if (ready === false) return `The Greenroom at ${address} isn’t ready: ${reason}.`;
  const { database } = await ask(`${address}/healthz`).catch(() => ({}));
  // It had no /readyz; its /healthz reported on the database.
  return database
    ? `The Greenroom at ${address} is older than this demo. Update it.`
    : `There is no Greenroom at ${address}.`;
}

/** @param {string} address */
const isGreenroom = async (address) => (await whyNot(address)) === null;

/**
 * @param {string} address
 * @param {string} url
 * @param {string} name
 * @returns {Promise<Greenroom>} one that is already running
 */
async function join(address, url, name) {
  await requireDependencies();
  const failed = /** @type {Promise<Problem>} */ (new Promise(() => {}));
  return { address, url, name, founderUrl: null, ours: false, failed, stop: async () => {} };
}

/** @param {string} dataDir of a Greenroom that is starting in another terminal */
async function untilItRuns(dataDir) {
  for (;;) {
    if (interrupted.aborted) throw new Interrupted();
    const url = runningUrl(dataDir);
    if (!url) throw new Problem("The Greenroom that was starting has stopped.");
    if (await isGreenroom(url)) return url;
    await pause(askAgainMs);
  }
}

/** @param {Settings} settings */
async function start(settings) {
  await setupForStart();
  const stack = await startStack(settings, { dev: false, distDir: ".next", freshDatabase: false });
  const { founderUrl, failed, stop } = stack;
  const address = localUrl(settings);
  return { address, url: settings.publicUrl, name: own, founderUrl, ours: true, failed, stop };
}

/**
 * The Greenroom at the given address, the one running here, or else a new one.
 * @param {Settings} settings
 * @param {string | null} given
 * @returns {Promise<Greenroom>}
 */
export async function findGreenroom(settings, given) {
  if (given) {
    const why = await whyNot(given);
    if (why) throw new Problem(why);
    return join(given, given, given);
  }
  const dataDir = fromRoot(settings.dataDir);
  const address = localUrl(settings);
  if (await isGreenroom(address)) return join(address, settings.publicUrl, own);
  if (!runningUrl(dataDir)) return start(settings);
  const url = await step("Waiting for Greenroom", () => untilItRuns(dataDir));
  return join(url, url, own);
}
