import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { root } from "../paths.mjs";

/** These folders of public/ contain only built files, which git ignores. */
export const builtFolders = ["modules", "background-blur"];
const recordName = "public-files.json";

/**
 * Files of one Next build that are not served: drafts, and the list of public files the build needs.
 * @param {string} distDir
 */
export const privateFolder = (distDir, base = root) => join(base, ".browser-modules", distDir);

/**
 * @param {string} path
 * @returns {unknown}
 */
const readJson = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null);

/**
 * @param {string} distDir
 * @returns {string[] | null} the addresses; null before the build
 */
const recorded = (distDir, base = root) =>
  /** @type {string[] | null} */ (readJson(join(privateFolder(distDir, base), recordName)));

/** @param {string} address */
const placesOf = (address, base = root) =>
  ["", ".br"].map((ending) => join(base, "public", `${address}${ending}`));

/**
 * Large files use level 9: level 11 takes 20 s for the 9 MB of WebAssembly and saves only a few percent.
 * @param {Uint8Array} bytes
 */
const pack = (bytes) =>
  promisify(brotliCompress)(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: bytes.length > 1_000_000 ? 9 : 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });

/**
 * Writes the files that a build serves from public/, each with its compressed copy, and deletes files
 * that no build needs any longer. An address changes with its content, so builds share files, and
 * existing ones are not written again. next.config.js reads the record.
 * @param {string} distDir of the build, whose private folder exists
 * @param {Map<string, string | Uint8Array>} files content by address
 */
export async function layOutPublicFiles(distDir, files, base = root) {
  const folder = privateFolder(distDir, base);
  // The record comes first, so that another build's clean-up does not delete these files.
  writeFileSync(join(folder, recordName), JSON.stringify([...files.keys()]));
  for (const [address, content] of files) {
    const places = placesOf(address, base);
    if (places.every((place) => existsSync(place))) continue;
    const bytes = Buffer.from(content);
    const contents = [bytes, await pack(bytes)];
    for (const [index, place] of places.entries()) {
      const draft = join(folder, "draft");
      writeFileSync(draft, contents[index] ?? "");
      mkdirSync(dirname(place), { recursive: true });
      renameSync(draft, place);
    }
  }
  deleteUnneeded(base);
}

/** @param {string} base */
function deleteUnneeded(base) {
  const builds = readdirSync(join(base, ".browser-modules"));
  const needed = new Set(
    builds
      .flatMap((distDir) => recorded(distDir, base) ?? [])
      .flatMap((address) => placesOf(address, base)),
  );
  for (const folder of builtFolders) {
    const path = join(base, "public", folder);
    if (existsSync(path)) deleteAllBut(needed, path);
  }
}

/**
 * @param {Set<string>} needed
 * @param {string} folder
 */
function deleteAllBut(needed, folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) deleteAllBut(needed, path);
    else if (!needed.has(path)) rmSync(path, { force: true });
  }
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}

/** @param {string} distDir */
export const publicFilesExist = (distDir, base = root) =>
  recorded(distDir, base)
    ?.flatMap((address) => placesOf(address, base))
    .every((place) => existsSync(place)) ?? false;
