import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import biome from "@/biome.json";
import packageJson from "@/package.json";
import packageLock from "@/package-lock.json";
import { isOlder, oldestNode } from "@/scripts/launcher/programs/node-version.mjs";
import { parts } from "@/scripts/testing/parts.mjs";
import pinnedNode from "@/tools/node/package.json";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const read = (path: string) => readFileSync(join(root, path), "utf8");
const majorOf = (version: string) => Number.parseInt(version, 10);

describe("the changelog", () => {
  const headings = [...read("CHANGELOG.md").matchAll(/^## (.+)$/gm)].map(([, text = ""]) => text);
  const released = headings.filter((text) => /^\d/.test(text));

  test("has a section for unreleased changes above the newest version", () => {
    expect(headings.indexOf("Unreleased")).toBe(headings.indexOf(released[0] ?? "") - 1);
  });

  test("has the version of package.json and the lockfile as its newest", () => {
    expect(released[0]).toMatch(/^\d+\.\d+\.\d+ – \d{4}-\d\d-\d\d$/);
    const newest = released[0]?.split(" ")[0];
    expect([packageJson.version, packageLock.version]).toEqual([newest, newest]);
  });
});

describe(".nvmrc", () => {
  const major = Number(read(".nvmrc"));

  test("is a Node version that runs Greenroom", () => {
    expect(isOlder(`${major}.0.0`, oldestNode)).toBe(false);
  });

  test("is the newest major that npm start fetches, which the types match", () => {
    const fetched = Object.values(pinnedNode.optionalDependencies).map(majorOf);
    expect(major).toBe(Math.max(...fetched));
    expect(major).toBe(majorOf(packageJson.devDependencies["@types/node"]));
  });
});

test(".editorconfig indents and wraps as the formatter does", () => {
  const { indentStyle, indentWidth, lineWidth } = biome.formatter;
  const config = read(".editorconfig");
  expect(config).toContain(`[*]\ncharset = utf-8\nend_of_line = lf\nindent_style = ${indentStyle}`);
  expect(config).toContain(`\nindent_size = ${indentWidth}\n`);
  expect(config).toContain(`\nmax_line_length = ${lineWidth}\n`);
});

test("CONTRIBUTING.md lists every part of npm test, in their order", () => {
  const listed = [...read("CONTRIBUTING.md").matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  expect(listed).toEqual(Object.keys(parts));
});

const pages = [
  ...readdirSync(root),
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" }).map((file) =>
    join("docs", file),
  ),
].filter((file) => file.endsWith(".md"));

test.each(pages)("every link in %s leads to an existing file and heading", (page) => {
  const links = [...read(page).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)];
  const broken = links.filter(([, path = "", heading]) => {
    const target = path === "" ? page : join(dirname(page), path);
    if (!existsSync(join(root, target))) return true;
    return heading !== undefined && !anchorsOf(target).includes(heading);
  });
  expect(broken.map(([link]) => link)).toEqual([]);
});

/** The anchors of a page's headings, as GitHub generates them. */
function anchorsOf(page: string): string[] {
  return [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, text = ""]) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replace(/\s/g, "-"),
  );
}
