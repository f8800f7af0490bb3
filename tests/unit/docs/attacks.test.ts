import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const read = (file: string) => readFileSync(`${root}docs/${file}`, "utf8");
const attacks = read("attacks.md");
const threats = read("threat-model.md").split("## Threats")[1] ?? "";
const page = attacks + threats;

/** `tests/…`: “part of the test's title”, as in its file. */
const named = [...page.matchAll(/`(tests\/[^`]+)`: “([^”]+)”/g)].map(
  ([, file = "", name = ""]) => ({
    file,
    name,
  }),
);
const rows = page.split("\n").filter((row) => /^\| (?!---|Attack|Threat)/.test(row));

test("every attack and every threat names tests that exist under their titles", () => {
  expect(named.length).toBeGreaterThan(50);
  const missing = named.filter(({ file, name }) => !sourceOf(file).includes(name));
  expect(missing).toEqual([]);
});

test("every attack and every threat has a test", () => {
  expect(rows.filter((row) => !row.includes("`tests/"))).toEqual([]);
});

function sourceOf(file: string): string {
  try {
    return readFileSync(`${root}${file}`, "utf8");
  } catch {
    return "";
  }
}
