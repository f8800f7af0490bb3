import { expect, test } from "vitest";
import { isInstalled } from "@/scripts/launcher/programs/dependencies.mjs";

const other = process.platform === "linux" ? "darwin" : "linux";
const locked = {
  "": {},
  "node_modules/a": { version: "1.0.0" },
  "node_modules/b": { version: "2.0.0", optional: true, os: [other] },
};

test("everything in the lockfile is installed, except optional packages of other systems", () => {
  expect(isInstalled(locked, { "node_modules/a": { version: "1.0.0" } })).toBe(true);
});

test.each([
  ["nothing is installed", null],
  ["a package is missing", {}],
  ["a package has another version", { "node_modules/a": { version: "1.0.1" } }],
  [
    "a package is installed that is not in the lockfile",
    { "node_modules/a": { version: "1.0.0" }, "node_modules/c": { version: "1.0.0" } },
  ],
  [
    "the packages were installed on another system",
    {
      "node_modules/a": { version: "1.0.0" },
      "node_modules/b": { version: "2.0.0", os: [other] },
    },
  ],
])("installs again when %s", (_, installed) => {
  expect(isInstalled(locked, installed)).toBe(false);
});

test("a package for every system but another one belongs here", () => {
  const entry = { version: "1.0.0", os: [`!${other}`] };
  expect(isInstalled({ "node_modules/a": entry }, { "node_modules/a": entry })).toBe(true);
});
