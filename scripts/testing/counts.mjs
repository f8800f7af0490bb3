import { readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

/**
 * @typedef {{ title: string, why: string }} Failure
 * @typedef {{ passed: number, failed: number, skipped: number, failures?: Failure[], flaky?: Failure[] }} Counts
 *   `flaky` are tests that passed only when they were run again; they count as passed
 */

const linesOfWhy = 8;

/**
 * @param {string} title
 * @param {string | undefined} message
 * @returns {Failure}
 */
const failure = (title, message) => ({
  title,
  why: stripVTControlCharacters(message ?? "")
    .split("\n")
    .filter((line) => line.trim())
    .slice(0, linesOfWhy)
    .join("\n"),
});

/**
 * @param {any} report from Vitest's JSON reporter
 * @returns {Counts}
 */
export function countVitest(report) {
  // A file that could not be loaded has no tests to count: it counts as one failure.
  const broken = report.testResults.filter(
    (/** @type {any} */ file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  const failures = report.testResults.flatMap((/** @type {any} */ file) =>
    file.assertionResults
      .filter((/** @type {any} */ { status }) => status === "failed")
      .map((/** @type {any} */ one) => failure(one.fullName, one.failureMessages[0])),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: [
      ...failures,
      ...broken.map((/** @type {any} */ { name, message }) => failure(name, message)),
    ],
  };
}

/**
 * @param {any} report from Playwright's JSON reporter
 * @returns {Counts}
 */
export function countPlaywright({ stats, errors, suites }) {
  const specs = specsOf({ suites });
  const withStatus = (/** @type {string} */ wanted) =>
    specs
      .filter(({ tests }) => tests.some((/** @type {any} */ { status }) => status === wanted))
      .map(({ file, line, title, tests }) => {
        const [error] = tests.flatMap((/** @type {any} */ { results }) =>
          results.flatMap((/** @type {any} */ one) => one.errors ?? []),
        );
        return failure(`${file}:${line} › ${title}`, error?.message);
      });
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    failures: [
      ...withStatus("unexpected"),
      ...errors.map((/** @type {any} */ { message }) => failure("outside of the tests", message)),
    ],
    flaky: withStatus("flaky"),
  };
}

/**
 * @param {any} suite
 * @returns {any[]}
 */
function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)];
}

/**
 * @param {string} file
 * @param {(report: any) => Counts} count
 * @returns {Counts}
 */
export function readCounts(file, count) {
  try {
    return count(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

/**
 * A runner that failed without a failed test has crashed, which is a failure too.
 * @param {Counts} counts
 * @param {number} exitCode
 * @returns {Counts}
 */
export function withExitCode(counts, exitCode) {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/**
 * The failed and the flaky tests again, since their output may be thousands of lines above.
 * @param {(Counts & { name: string })[]} results
 */
export function failedTests(results) {
  const list = (/** @type {"failures" | "flaky"} */ key, /** @type {string} */ heading) => {
    const lines = results.flatMap(({ name, [key]: found = [] }) =>
      found.map(({ title, why }) => `✘ ${name} › ${title}\n${why.replace(/^/gm, "    ")}`),
    );
    return lines.length > 0 ? `\n${heading}:\n${lines.join("\n")}\n` : "";
  };
  return list("failures", "Failed") + list("flaky", "Flaky: failed first, passed when run again");
}

/** @param {Counts} counts */
export function summaryLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`;
}
