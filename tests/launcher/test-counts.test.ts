import { expect, test } from "vitest";
import {
  countPlaywright,
  countVitest,
  failedTests,
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
      { name: "a.test.ts", status: "failed", assertionResults: [], message: "no such module" },
      {
        status: "failed",
        assertionResults: [
          { status: "passed", fullName: "it adds" },
          { status: "failed", fullName: "it counts", failureMessages: ["\u001b[31mtwo\u001b[39m"] },
        ],
      },
    ],
  };
  expect(countVitest(report)).toEqual({
    passed: 3,
    failed: 2,
    skipped: 2,
    failures: [
      { title: "it counts", why: "two" },
      { title: "a.test.ts", why: "no such module" },
    ],
  });
});

test("an error outside Playwright's tests counts as a failure; a flaky test passed, and is listed", () => {
  const stats = { expected: 4, flaky: 1, unexpected: 1, skipped: 3 };
  const spec = { file: "chat.spec.ts", line: 4, title: "a guest writes" };
  const suites = [
    {
      suites: [
        {
          specs: [
            {
              ...spec,
              tests: [{ status: "unexpected", results: [{ errors: [{ message: "no" }] }] }],
            },
          ],
        },
      ],
      specs: [
        { ...spec, tests: [{ status: "expected", results: [{ errors: [] }] }] },
        {
          ...spec,
          title: "a host writes",
          tests: [
            { status: "flaky", results: [{ errors: [{ message: "late" }] }, { errors: [] }] },
          ],
        },
      ],
    },
  ];
  expect(countPlaywright({ stats, errors: [{ message: "lost" }], suites })).toEqual({
    passed: 5,
    failed: 2,
    skipped: 3,
    failures: [
      { title: "chat.spec.ts:4 › a guest writes", why: "no" },
      { title: "outside of the tests", why: "lost" },
    ],
    flaky: [{ title: "chat.spec.ts:4 › a host writes", why: "late" }],
  });
});

test("a crashed runner counts as a failure; one that reported its failures does not count twice", () => {
  const nothing = readCounts("no-such-file.json", countVitest);
  expect(withExitCode(nothing, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(withExitCode({ passed: 1, failed: 2, skipped: 0 }, 1).failed).toBe(2);
  expect(withExitCode({ passed: 1, failed: 0, skipped: 0 }, 0).failed).toBe(0);
});

test("the failed tests are listed again at the end, with the first lines of the reason", () => {
  const why = Array.from({ length: 20 }, (_, line) => `line ${line}`).join("\n");
  const failures = countVitest({
    testResults: [
      { assertionResults: [{ status: "failed", fullName: "it counts", failureMessages: [why] }] },
    ],
  }).failures;
  const told = failedTests([{ name: "unit", passed: 0, failed: 1, skipped: 0, failures }]);
  expect(told).toContain("✘ unit › it counts\n    line 0\n    line 1");
  expect(told).not.toContain("line 8");
  const flaky = [{ title: "a host writes", why: "late" }];
  expect(failedTests([{ name: "e2e", passed: 1, failed: 0, skipped: 0, flaky }])).toBe(
    "\nFlaky: failed first, passed when run again:\n✘ e2e › a host writes\n    late\n",
  );
  expect(failedTests([{ name: "unit", passed: 1, failed: 0, skipped: 0 }])).toBe("");
});

test("the last line mentions skipped tests only if there are any", () => {
  expect(summaryLine({ passed: 12, failed: 0, skipped: 0 })).toBe("12 passed, 0 failed");
  expect(summaryLine({ passed: 12, failed: 1, skipped: 2 })).toBe("12 passed, 1 failed, 2 skipped");
});
