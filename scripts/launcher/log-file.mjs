import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";

const ownerOnly = 0o600;
/** The newest file and four older ones share the disk space for a program's logs. */
const files = 5;
const megabyte = 1024 * 1024;

/**
 * One program's log in DATA_DIR/logs. A full file becomes .1, .1 becomes .2, and the oldest is deleted.
 * It writes whole lines, so that a rotation never loses or splits one.
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
      // A full disk must not stop running programs.
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
        // That file does not exist yet.
      }
    }
    closeSync(this.#fd);
    this.#open();
  }
}
