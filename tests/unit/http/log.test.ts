import { afterEach, beforeEach, expect, test, vi } from "vitest";

let written: string[];
beforeEach(() => {
  written = [];
  for (const out of [process.stderr, process.stdout]) {
    vi.spyOn(out, "write").mockImplementation((line) => written.push(`${line}`) > 0);
  }
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

test("LOG_LEVEL decides what is written, one JSON object per line", async () => {
  vi.stubEnv("LOG_LEVEL", "warn");
  const { log } = await import("@/lib/log");
  log.debug("a request was answered", { status: 200 });
  log.info("the app is up");
  log.warn("the media server is slow", new Error("timeout of ada@example.org"), { ms: 12 });
  expect(written).toHaveLength(1);
  expect(written[0]).toMatch(/^\{.*\}\n$/);
  const line = JSON.parse(written[0] ?? "");
  expect(line).toMatchObject({ level: "warn", message: "the media server is slow", ms: 12 });
  expect(line.error.message).toBe("timeout of …@…");
  expect(Date.parse(line.at)).toBeGreaterThan(0);
});

test("output of Next and of libraries goes the same way, and each error once", async () => {
  const { log, takeOverConsole } = await import("@/lib/log");
  const printed = globalThis.console;
  const own = { error: printed.error, warn: printed.warn };
  try {
    takeOverConsole();
    printed.error(" ⨯", new Error("no such account: ada@example.org"));
    const known = new Error("known");
    log.error("a page failed", known);
    printed.error(known);
  } finally {
    Object.assign(printed, own);
  }
  expect(written.map((line) => JSON.parse(line).message)).toEqual(["⨯", "a page failed"]);
  expect(written.join()).not.toContain("ada@");
});

test("what Next quotes from a client is short in the log, and never a query", async () => {
  const { takeOverConsole } = await import("@/lib/log");
  const printed = globalThis.console;
  const own = { error: printed.error, warn: printed.warn };
  const flood = "A".repeat(2_000);
  try {
    takeOverConsole();
    printed.error(`Invalid request for /join?invite=secret of ${flood}`);
    const cause = new Error(`Invalid URL /join?invite=secret of ${flood}`);
    printed.warn(new Error(`Failed to find Server Action "${flood}"`, { cause }));
  } finally {
    Object.assign(printed, own);
  }
  const [first, second] = written.map((line) => JSON.parse(line));
  expect(first.message).toMatch(/^Invalid request for \/join\?… of A+$/);
  expect(second.error.cause.message).toMatch(/^Invalid URL \/join\?… of A+$/);
  for (const { length } of [first.message, second.error.message, second.error.cause.message]) {
    expect(length).toBe(200);
  }
});
