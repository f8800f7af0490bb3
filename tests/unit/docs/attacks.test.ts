import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const page = readFileSync(`${root}docs/attacks.md`, "utf8");

/** `tests/…`: “the test's name”, as its file has it. */
const named = [...page.matchAll(/`(tests\/[^`]+)`: “([^”]+)”/g)].map(
  ([, file = "", name = ""]) => ({
    file,
    name,
  }),
);
const rows = page.split("\n").filter((row) => /^\| (?!---|Attack)/.test(row));

test("every attack in the list is held by a test that is there under this name", () => {
  expect(named.length).toBeGreaterThan(50);
  const missing = named.filter(({ file, name }) => !sourceOf(file).includes(name));
  expect(missing).toEqual([]);
});

test("no attack in the list is without a test", () => {
  expect(rows.filter((row) => !row.includes("`tests/"))).toEqual([]);
});

function sourceOf(file: string): string {
  try {
    return readFileSync(`${root}${file}`, "utf8");
  } catch {
    return "";
  }
}
