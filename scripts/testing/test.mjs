import { interrupted, listenForInterrupts } from "../launcher/interrupts.mjs";
import { print, seconds } from "../launcher/output.mjs";
import { Interrupted, Problem, sentenceOf } from "../launcher/problem.mjs";
import { findHeadlessShell, requireBrowser } from "../launcher/programs/browser.mjs";
import { findFirefox } from "../launcher/programs/firefox.mjs";
import { startStack } from "../launcher/services/stack.mjs";
import { setupForTests } from "../launcher/setup.mjs";
import { testSettings } from "../launcher/test-settings.mjs";
import { failedTests, summaryLine } from "./counts.mjs";
import { parts } from "./parts.mjs";
import { startSecondShow } from "./second-show.mjs";

/** @typedef {import("./counts.mjs").Counts} Counts */
/** @typedef {import("./parts.mjs").Env} Env */
/** @typedef {Counts & { name: string, ms: number }} Result */

/**
 * @param {string[]} args such as ["e2e", "guest.spec.ts"]
 * @returns {{ names: string[], extra: string[] }}
 */
function parseArgs(args) {
  const firstOther = args.findIndex((arg) => !Object.hasOwn(parts, arg));
  const named = firstOther === -1 ? args : args.slice(0, firstOther);
  const extra = args.slice(named.length).filter((arg, index) => index > 0 || arg !== "--");
  if (extra.length > 0 && named.length === 0) {
    const known = Object.keys(parts).join(", ");
    throw new Problem(`"${extra[0]}" is not a part of the tests. The parts are ${known}.`);
  }
  const wanted = (/** @type {string} */ name) =>
    named.length > 0 ? named.includes(name) : !parts[name]?.onlyByName;
  return { names: Object.keys(parts).filter(wanted), extra };
}

/**
 * Runs parts one after the other, even after a failure.
 * @param {string[]} names
 * @param {Env} env
 * @param {string[]} extra
 * @returns {Promise<Result[]>}
 */
async function runParts(names, env, extra) {
  /** @type {Result[]} */
  const results = [];
  for (const name of names) {
    const part = parts[name];
    if (!part) continue;
    print(`\n── ${name} ${"─".repeat(60 - name.length)}`);
    const startedAt = Date.now();
    const counts = await part.run(env, extra);
    results.push({ ...counts, name, ms: Date.now() - startedAt });
  }
  return results;
}

/**
 * @param {string[]} names
 * @param {string[]} extra
 * @returns {Promise<Result[]>}
 */
async function runOnStack(names, extra) {
  if (names.length === 0) return [];
  const startedAt = Date.now();
  const settings = await testSettings();
  print("\n── Greenroom for the tests ───────────────────────────────────");
  /** @type {import("../launcher/services/stack.mjs").Stack} */
  let stack;
  /** @type {Env} */
  let browsers;
  try {
    browsers = {
      CHROMIUM: await requireBrowser(),
      HEADLESS_SHELL: (await findHeadlessShell()) ?? undefined,
      FIREFOX: names.includes("firefox") ? ((await findFirefox()) ?? undefined) : undefined,
    };
    stack = await startStack(settings, { dev: false, distDir: ".next-test", freshDatabase: true });
  } catch (error) {
    if (error instanceof Interrupted) throw error;
    print(sentenceOf(error), "stderr");
    return names.map((name) => ({
      name,
      passed: 0,
      failed: 1,
      skipped: 0,
      ms: Date.now() - startedAt,
    }));
  }
  print(`${settings.publicUrl} is up: ${seconds(Date.now() - startedAt)}`);
  void stack.failed.then(({ message }) => print(message, "stderr"));
  const env = { ...stack.env, ...browsers, NODE_ENV: "test", BASE_URL: settings.publicUrl };
  try {
    return await besideSecondShow(names, env, () => runParts(names, env, extra));
  } finally {
    await stack.stop();
  }
}

/**
 * Makes sure that the show under test is never the only one on the server.
 * @param {string[]} names
 * @param {Env} env
 * @param {() => Promise<Result[]>} work
 * @returns {Promise<Result[]>}
 */
async function besideSecondShow(names, env, work) {
  if (names.some((name) => parts[name]?.alone)) return work();
  const startedAt = Date.now();
  const end = await startSecondShow(env);
  const results = await work();
  const counts = await end();
  return [...results, { ...counts, name: "second show", ms: Date.now() - startedAt }];
}

/** @param {Result[]} results */
function table(results) {
  const rows = results.map(({ name, passed, failed, skipped, ms }) => [
    name,
    ...[passed, failed, skipped].map(String),
    seconds(ms),
  ]);
  return [["step", "passed", "failed", "skipped", "time"], ...rows]
    .map(
      ([name = "", ...cells]) => name.padEnd(12) + cells.map((cell) => cell.padStart(10)).join(""),
    )
    .join("\n");
}

/**
 * Runs the tests: all of them, or the named parts, whose runners get the remaining arguments.
 * @param {string[]} args
 */
export async function test(args) {
  listenForInterrupts();
  const { names, extra } = parseArgs(args);
  await setupForTests();
  const onStack = names.filter((name) => parts[name]?.onStack);
  const before = names.filter((name) => !parts[name]?.onStack && name !== "launcher");
  // The launcher's tests start their own Greenroom: two at once would be slow on two cores.
  const after = names.filter((name) => name === "launcher");
  const results = [
    ...(await runParts(before, process.env, extra)),
    ...(await runOnStack(onStack, extra)),
    ...(await runParts(after, process.env, extra)),
  ];
  if (interrupted.aborted) throw new Interrupted();
  const sum = (/** @type {"passed" | "failed" | "skipped"} */ key) =>
    results.reduce((total, one) => total + one[key], 0);
  const totals = { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped") };
  print(`${failedTests(results)}\n${table(results)}\n\n${summaryLine(totals)}`);
  return totals.failed > 0 ? 1 : 0;
}
