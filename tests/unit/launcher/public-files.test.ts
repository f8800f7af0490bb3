import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  layOutPublicFiles,
  privateFolder,
  publicFilesExist,
} from "@/scripts/launcher/builds/public-files.mjs";

let base: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "greenroom-public-"));
});
afterEach(() => rmSync(base, { recursive: true }));

function build(distDir: string, files: Record<string, string>) {
  mkdirSync(privateFolder(distDir, base), { recursive: true });
  return layOutPublicFiles(distDir, new Map(Object.entries(files)), base);
}
const served = () =>
  readdirSync(join(base, "public"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".br"))
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(base, "public").length))
    .sort();

test("each file is in public/ as it is, with a compressed copy beside it", async () => {
  await build(".next", { "/modules/a.1.js": "let a;" });
  const file = join(base, "public", "modules", "a.1.js");
  expect(readFileSync(file, "utf8")).toBe("let a;");
  expect(brotliDecompressSync(readFileSync(`${file}.br`)).toString()).toBe("let a;");
});

test("a build deletes its last run's files and keeps those of the other build", async () => {
  await build(".next", { "/modules/a.1.js": "1", "/background-blur/1/x": "x" });
  await build(".next-test", { "/modules/a.2.js": "2", "/background-blur/1/x": "x" });
  await build(".next-test", { "/modules/a.3.js": "3", "/background-blur/2/x": "y" });
  expect(served()).toEqual([
    "/background-blur/1/x",
    "/background-blur/2/x",
    "/modules/a.1.js",
    "/modules/a.3.js",
  ]);
  await build(".next", { "/modules/a.3.js": "3", "/background-blur/2/x": "y" });
  expect(served()).toEqual(["/background-blur/2/x", "/modules/a.3.js"]);
  expect(existsSync(join(base, "public", "background-blur", "1"))).toBe(false);
});

test("a build notices when one of its files is missing, compressed ones too", async () => {
  expect(publicFilesExist(".next", base)).toBe(false);
  await build(".next", { "/modules/a.1.js": "1" });
  expect(publicFilesExist(".next", base)).toBe(true);
  rmSync(join(base, "public", "modules", "a.1.js.br"));
  expect(publicFilesExist(".next", base)).toBe(false);
});
