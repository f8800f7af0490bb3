import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";

const ownerOnly = 0o600;
/** The newest file and its four predecessors share what the logs of a program may take. */
const files = 5;
const megabyte = 1024 * 1024;

/**
 * The log of one program in DATA_DIR/logs. A file that is full becomes .1, .1 becomes .2, and the
 * oldest goes. Whole lines only, so that a rotation loses and splits none.
 */
export class LogFile {
  #fd = -1;
  #bytes = 0;

  /**
   * @param {string} dataDir
   * @param {string} name
   * @param {number} megabytes of all of the program's log files together
   */
  constructor(dataDir, name, megabytes) {
    const folder = join(dataDir, "logs");
    mkdirSync(folder, { recursive: true });
    this.path = join(folder, `${name}.log`);
    this.mostBytes = (megabytes * megabyte) / files;
    this.#open();
  }

  /** @param {string} line */
  write(line) {
    const bytes = Buffer.from(`${line}\n`);
    try {
      if (this.#bytes > 0 && this.#bytes + bytes.length > this.mostBytes) this.#rotate();
      writeSync(this.#fd, bytes);
      this.#bytes += bytes.length;
    } catch {
      // A full disk must not stop what still runs.
    }
  }

  #open() {
    this.#fd = openSync(this.path, "a", ownerOnly);
    this.#bytes = fstatSync(this.#fd).size;
  }

  #rotate() {
    for (let age = files - 1; age > 0; age--) {
      const younger = age === 1 ? this.path : `${this.path}.${age - 1}`;
      try {
        renameSync(younger, `${this.path}.${age}`);
      } catch {
        // There have not been that many files.
      }
    }
    closeSync(this.#fd);
    this.#open();
  }
}
