import { createHash } from "node:crypto";
import { createWriteStream, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";

/**
 * @param {import("yauzl").ZipFile} zip
 * @param {import("yauzl").Entry} entry
 * @param {string} path
 * @returns {Promise<string>} the SHA-256 of its content
 */
async function unpackFile(zip, entry, path) {
  const hash = createHash("sha256");
  const hashing = new Transform({
    transform(chunk, _, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  mkdirSync(dirname(path), { recursive: true });
  await pipeline(await zip.openReadStreamPromise(entry), hashing, createWriteStream(path));
  return hash.digest("hex");
}

/**
 * Unpacks a Go module from the module proxy.
 * @param {string} file the zip
 * @param {string} folder
 * @param {string} prefix that all of its names must start with: "module@version/"
 * @returns {Promise<string>} its hash in go.sum's format (dirhash.Hash1): "h1:…"
 */
export async function unpackModule(file, folder, prefix) {
  // Imported here, because the packages may not be installed before.
  const { openPromise } = await import("yauzl");
  // Refuses names that lead out of the folder and files larger than they claim to be.
  const zip = await openPromise(file, { strictFileNames: true });
  /** @type {string[]} */
  const lines = [];
  for await (const entry of zip.eachEntry()) {
    const { fileName } = entry;
    if (!fileName.startsWith(prefix)) throw new Error(`${fileName} does not belong to the module`);
    if (fileName.endsWith("/")) continue;
    const path = join(folder, fileName.slice(prefix.length));
    lines.push(`${await unpackFile(zip, entry, path)}  ${fileName}\n`);
  }
  // Sorted by the bytes of the name, like Go does.
  const nameOf = (/** @type {string} */ line) => Buffer.from(line.slice(66));
  lines.sort((a, b) => Buffer.compare(nameOf(a), nameOf(b)));
  return `h1:${createHash("sha256").update(lines.join("")).digest("base64")}`;
}
