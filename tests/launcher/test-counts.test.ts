import { expect, test } from "vitest";
import {
  countPlaywright,
  countVitest,
  readCounts,
  summaryLine,
  withExitCode,
} from "@/scripts/testing/counts.mjs";

test("a test file that cannot be loaded counts as a failure", () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [
      { status: "failed", assertionResults: [] },
      { status: "failed", assertionResults: [{}] },
    ],
  };
  expect(countVitest(report)).toEqual({ passed: 3, failed: 2, skipped: 2 });
});

test("an error outside Playwright's tests counts as a failure", () => {
  const stats = { expected: 4, flaky: 1, unexpected: 2, skipped: 3 };
  expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 5, failed: 3, skipped: 3 });
});

test("a crashed runner counts as a failure; one that reported its failures does not count twice", () => {
  const nothing = readCounts("no-such-file.json", countVitest);
  expect(withExitCode(nothing, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(withExitCode({ passed: 1, failed: 2, skipped: 0 }, 1).failed).toBe(2);
  expect(withExitCode({ passed: 1, failed: 0, skipped: 0 }, 0).failed).toBe(0);
});

test("the last line mentions skipped tests only if there are any", () => {
  expect(summaryLine({ passed: 12, failed: 0, skipped: 0 })).toBe("12 passed, 0 failed");
  expect(summaryLine({ passed: 12, failed: 1, skipped: 2 })).toBe("12 passed, 1 failed, 2 skipped");
});
