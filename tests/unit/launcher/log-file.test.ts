import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { LogFile } from "@/scripts/launcher/log-file.mjs";

let dataDir: string;
const logs = () => join(dataDir, "logs");
const read = (name: string) => readFileSync(join(logs(), name), "utf8");
const line = (n: number) => `${n} ${"x".repeat(1_000)}`;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "greenroom-logs-"));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

test("full files are rotated, the oldest is dropped, and no line is lost or split", () => {
  const log = new LogFile(dataDir, "app", 1);
  for (let n = 0; n < 3_000; n++) log.write(line(n));
  const names = ["app.log.4", "app.log.3", "app.log.2", "app.log.1", "app.log"];
  expect(readdirSync(logs()).sort()).toEqual([...names].sort());
  const kept = names.map(read).join("").trimEnd().split("\n");
  const first = Number.parseInt(kept[0] ?? "", 10);
  expect(kept).toEqual(Array.from({ length: 3_000 - first }, (_, n) => line(first + n)));
  const bytes = names.reduce((sum, name) => sum + statSync(join(logs(), name)).size, 0);
  expect(bytes).toBeLessThanOrEqual(1024 * 1024);
  expect(first).toBeLessThan(2_200);
});

test("a new start continues in the same file", () => {
  new LogFile(dataDir, "app", 1).write("before");
  new LogFile(dataDir, "app", 1).write("after");
  expect(read("app.log")).toBe("before\nafter\n");
});

test("a line larger than a file gets its own", () => {
  const log = new LogFile(dataDir, "app", 1);
  for (const text of ["before", "x".repeat(2_000_000), "after"]) log.write(text);
  expect(["app.log.2", "app.log.1", "app.log"].map((name) => read(name).length)).toEqual([
    7, 2_000_001, 6,
  ]);
});

test("only its owner can read it", () => {
  const log = new LogFile(dataDir, "app", 1);
  expect(statSync(log.path).mode & 0o777).toBe(0o600);
});

test("a log that cannot be written stops nothing", () => {
  const log = new LogFile(dataDir, "app", 1);
  rmSync(logs(), { recursive: true });
  writeFileSync(logs(), "no folder any more");
  for (let n = 0; n < 1_000; n++) log.write(line(n));
});
