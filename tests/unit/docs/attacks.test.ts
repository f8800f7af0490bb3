import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const page = readFileSync(`${root}docs/attacks.md`, "utf8");

/** `tests/…`: “part of the test's title”, as in its file. */
const named = [...page.matchAll(/`(tests\/[^`]+)`: “([^”]+)”/g)].map(
  ([, file = "", name = ""]) => ({
    file,
    name,
  }),
);
const rows = page.split("\n").filter((row) => /^\| (?!---|Attack)/.test(row));

test("every attack in the list names a test that exists under this title", () => {
  expect(named.length).toBeGreaterThan(50);
  const missing = named.filter(({ file, name }) => !sourceOf(file).includes(name));
  expect(missing).toEqual([]);
});

test("every attack in the list has a test", () => {
  expect(rows.filter((row) => !row.includes("`tests/"))).toEqual([]);
});

function sourceOf(file: string): string {
  try {
    return readFileSync(`${root}${file}`, "utf8");
  } catch {
    return "";
  }
}
