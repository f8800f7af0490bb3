import { createReadStream, createWriteStream, renameSync, rmSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { interrupted } from "../interrupts.mjs";
import { Interrupted, Problem, sentenceOf } from "../problem.mjs";

/**
 * The first line of a backup.
 * @typedef {object} Head
 * @property {number} format of the file
 * @property {string} savedAt
 * @property {number} schema the database's newest migration, by its time in the journal
 * @property {Record<string, string>} secrets DATA_DIR/secrets.json
 */

/**
 * The last line of a backup: how many rows came before, and the last number of each sequence.
 * @typedef {{ rows: number, sequences: Record<string, string> }} Tail
 */

export const format = 1;
const ownerOnly = 0o600;
const newline = 10;

/**
 * Writes a compressed file, readable by its owner only, which has its name only once it is complete.
 * @param {string} path
 * @param {AsyncIterable<string>} text
 * @throws {Problem} if it cannot be written
 * @throws {Interrupted}
 */
export async function writeBackup(path, text) {
  const draft = `${path}.${process.pid}.new`;
  const options = { flags: "wx", mode: ownerOnly, flush: true };
  try {
    await pipeline(text, createGzip(), createWriteStream(draft, options), { signal: interrupted });
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    if (interrupted.aborted) throw new Interrupted();
    if (error instanceof Problem) throw error;
    throw new Problem(`The backup could not be written to ${path} (${sentenceOf(error)}).`);
  }
}

/**
 * Node's readline would also split at U+2028, which people paste into chat.
 * @param {string} path
 */
async function* linesOf(path) {
  const unzipped = createGunzip();
  createReadStream(path)
    .on("error", (error) => unzipped.destroy(error))
    .pipe(unzipped);
  /** @type {Buffer[]} */
  let begun = [];
  for await (const chunk of unzipped) {
    let from = 0;
    for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, from)) {
      yield Buffer.concat([...begun, chunk.subarray(from, at)]).toString();
      begun = [];
      from = at + 1;
    }
    begun.push(chunk.subarray(from));
  }
}

/**
 * Reads a whole backup, whose checksum gzip compares at its end.
 * @param {string} path
 * @returns {Promise<Head & Tail>}
 * @throws {Problem} if it is missing, not a backup, incomplete or damaged
 */
export async function inspectBackup(path) {
  let lines = 0;
  let first = "";
  let last = "";
  try {
    for await (const line of linesOf(path)) {
      if (lines === 0) first = line;
      last = line;
      lines++;
    }
    const { backup, ...rest } = JSON.parse(first);
    const tail = JSON.parse(last);
    if (backup !== "greenroom" || tail.rows !== lines - 2) throw new Error("incomplete");
    return { ...rest, ...tail };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT") throw new Problem(`There is no file ${path}.`);
    if (code === "EACCES" || code === "EISDIR")
      throw new Problem(`${path} cannot be read (${code}).`);
    throw new Problem(`${path} is not a backup of Greenroom, or it is damaged.`);
  }
}

/**
 * @param {string} path of a backup that `inspectBackup` accepts
 * @returns {AsyncGenerator<{ table: string, row: string }>} each row as JSON
 */
export async function* rowsIn(path) {
  for await (const line of linesOf(path)) {
    const tab = line.indexOf("\t");
    // The first and the last line are JSON, which has no tab.
    if (tab !== -1) yield { table: line.slice(0, tab), row: line.slice(tab + 1) };
  }
}

/** @param {Head} head */
export const firstLine = (head) => `${JSON.stringify({ backup: "greenroom", ...head })}\n`;
/**
 * @param {string} table
 * @param {string} row as JSON
 */
export const rowLine = (table, row) => `${table}\t${row}\n`;
/** @param {Tail} tail */
export const lastLine = (tail) => `${JSON.stringify(tail)}\n`;
