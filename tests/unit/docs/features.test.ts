import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const page = readFileSync(`${root}docs/features.md`, "utf8");
const named = [...page.matchAll(/`(tests\/[^`]+)`/g)].map(([, path]) => path ?? "");

test("every test in the list of features exists", () => {
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((path) => !existsSync(`${root}${path}`))).toEqual([]);
});

test("every browser test is in the list of features", () => {
  const specs = ["tests/site", "tests/e2e", "tests/firefox", "tests/networks"].flatMap((folder) =>
    readdirSync(`${root}${folder}`).map((file) => `${folder}/${file}`),
  );
  expect(specs.filter((spec) => !named.includes(spec))).toEqual([]);
});
