import { loadSecrets } from "../secrets.mjs";
import { database, lock, ownPorts } from "./stack.mjs";

/** @typedef {import("../../../lib/settings.mjs").Settings} Settings */
/** @typedef {import("../programs/program.mjs").RunningProgram} RunningProgram */

/**
 * Runs `work` in the installation's folder, holding its lock.
 * @param {Settings} settings
 * @param {(dataDir: string) => Promise<void>} work
 */
export async function whileStopped(settings, work) {
  const { dataDir, release } = await lock(settings);
  try {
    await work(dataDir);
  } finally {
    release();
  }
}

/**
 * Runs `work` with only the installation's database, holding the installation's lock. Starts PostgreSQL
 * unless the settings name another one.
 * @template T
 * @param {Settings} settings
 * @param {(databaseUrl: string) => Promise<T>} work
 * @param {(dataDir: string) => () => void} [prepare] the folder, before anything reads it; returns what
 *   undoes that if the work fails
 * @returns {Promise<T>}
 */
export async function withDatabaseOnly(settings, work, prepare = () => () => {}) {
  const { dataDir, record, release } = await lock(settings);
  /** @type {RunningProgram[]} */
  const running = [];
  let undo = () => {};
  try {
    undo = prepare(dataDir);
    const secrets = loadSecrets(dataDir);
    const ports = await ownPorts(settings, dataDir);
    const keep = (/** @type {RunningProgram} */ program) => void running.push(program);
    const own = { dataDir, secrets, ports, record, keep };
    const { databaseUrl } = await database(settings, own, false);
    const result = await work(databaseUrl);
    undo = () => {};
    return result;
  } finally {
    for (const program of running) await program.stop();
    undo();
    release();
  }
}
