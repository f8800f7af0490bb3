import { parseArgs } from "node:util";
import { requireWritable } from "../launcher/builds/files.mjs";
import { listenForInterrupts, untilInterrupted } from "../launcher/interrupts.mjs";
import { loadSettings } from "../launcher/load-settings.mjs";
import { print, step } from "../launcher/output.mjs";
import { fromRoot } from "../launcher/paths.mjs";
import { Problem, sentenceOf } from "../launcher/problem.mjs";
import { DemoAccount } from "./account.mjs";
import { findGreenroom } from "./greenroom.mjs";
import { keepOnAir } from "./keep-on-air.mjs";
import { loadSdk } from "./live-kit.mjs";
import { requireOnlyOne } from "./only-one.mjs";
import { end, findShow, goLive, greet, hostToken, requireLiveKit } from "./show.mjs";

/** @typedef {import("./greenroom.mjs").Greenroom} Greenroom */

/**
 * @param {string[]} args
 * @returns {string | null} the address of a Greenroom elsewhere
 */
function addressIn(args) {
  try {
    const { url } = parseArgs({ args, options: { url: { type: "string" } } }).values;
    if (url === undefined) return null;
    const { protocol, origin } = new URL(url);
    if (protocol === "http:" || protocol === "https:") return origin;
  } catch {
    // An unknown option, or not an address.
  }
  throw new Problem("Usage: npm run demo, or npm run demo -- --url https://greenroom.example.org");
}

/**
 * @param {Greenroom} greenroom
 * @param {DemoAccount} account
 * @param {string} mint
 */
function announce({ url, founderUrl, ours }, { made, profile }, mint) {
  print(`
  The test card is on air:  ${url}/watch/${mint}
  It is listed at:          ${url}`);
  if (made) {
    print(`
  Its account, @${profile.handle}, is new and has no admin rights. If there is no super admin yet, the first account
  created with the link ${founderUrl ? "below" : "that npm start prints"} becomes one.`);
  }
  if (founderUrl) print(`\n  ${founderUrl}`);
  print(`
  Ctrl-C ends the show${ours ? " and stops Greenroom" : "; Greenroom keeps running"}.
`);
}

/**
 * Puts a show on air and keeps it there until someone ends it.
 * @param {Greenroom} greenroom
 * @param {DemoAccount} account
 * @returns {Promise<Problem | null>} what went wrong, if anything
 */
async function present(greenroom, account) {
  const sdk = await loadSdk();
  const { call } = account;
  const show = await findShow(call);
  const stop = new AbortController();
  const seen = signal();
  const kept = keepOnAir({
    sdk,
    pass: async () => {
      await requireLiveKit(await hostToken(call, show, account.profile));
      // Only a live show has a stage to publish on.
      await goLive(call, show);
      return hostToken(call, show, account.profile);
    },
    stop: stop.signal,
    onAir: () => {
      if (seen.given()) print("  The test card is back on air.");
      seen.give();
    },
    onLost: (why) => print(`  Off air (${why.replace(/\.$/, "")}). Reconnecting.`, "stderr"),
  });
  const over = Promise.race([
    untilInterrupted().then(() => null),
    greenroom.failed,
    kept.then((ending) => ending && new Problem(ending.why)),
  ]);
  const opened = seen.promise
    .then(() => announce(greenroom, account, show.mint))
    .then(() => greet(call, show));
  const problem = await Promise.race([over, opened.then(() => over)]).catch((error) => error);
  stop.abort();
  const ending = await kept;
  if (ending?.ours !== false) await finish(call, show);
  await sdk.dispose();
  return problem;
}

/**
 * @param {import("./account.mjs").Call} call
 * @param {{ mint: string }} show
 */
async function finish(call, show) {
  try {
    await end(call, show);
    print("  The show has ended.");
  } catch (error) {
    print(`  Could not end the show: ${sentenceOf(error)}`, "stderr");
  }
}

/** A promise that can be resolved once, from outside, and queried. */
function signal() {
  let given = false;
  /** @type {() => void} */
  let resolve = () => {};
  const promise = new Promise((done) => {
    resolve = () => done(undefined);
  });
  const give = () => {
    given = true;
    resolve();
  };
  return { promise, give, given: () => given };
}

/**
 * Shows a moving picture with sound without a camera, on a Greenroom that is running or that it starts.
 * @param {string[]} args
 */
export async function demo(args) {
  listenForInterrupts();
  const given = addressIn(args);
  const settings = loadSettings();
  const dataDir = fromRoot(settings.dataDir);
  requireWritable(dataDir);
  const release = requireOnlyOne(dataDir);
  try {
    const greenroom = await findGreenroom(settings, given);
    try {
      const account = new DemoAccount(greenroom.address, dataDir, greenroom.name);
      await account.signIn();
      const problem = await present(greenroom, account);
      if (problem) throw problem;
    } finally {
      await step("Stopping", greenroom.stop);
    }
  } finally {
    release();
  }
  return 0;
}
