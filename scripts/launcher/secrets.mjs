import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writePrivate } from "./builds/files.mjs";
import { Problem } from "./problem.mjs";

/**
 * @typedef {object} Secrets
 * @property {string} sessionSecret
 * @property {string} apiJwtSecret
 * @property {string} inviteKey
 * @property {string} founderCode
 * @property {string} postgresPassword
 * @property {string} livekitApiKey
 * @property {string} livekitApiSecret
 */

const random = () => randomBytes(32).toString("base64url");

/** @type {Record<keyof Secrets, () => string>} */
const makers = {
  sessionSecret: random,
  apiJwtSecret: random,
  inviteKey: random,
  founderCode: random,
  postgresPassword: random,
  livekitApiKey: () => `API${randomBytes(9).toString("hex")}`,
  livekitApiSecret: random,
};

/**
 * The installation's secrets, generated once and kept in DATA_DIR/secrets.json, readable by its owner
 * only.
 * @param {string} dataDir
 * @returns {Secrets}
 */
export function loadSecrets(dataDir) {
  const file = join(dataDir, "secrets.json");
  /** @type {Partial<Secrets>} */
  let kept = {};
  try {
    if (existsSync(file)) kept = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new Problem(
      `${file} is not valid JSON. Restore it from a backup, or delete it to generate new secrets.`,
    );
  }
  const names = /** @type {(keyof Secrets)[]} */ (Object.keys(makers));
  const secrets = /** @type {Secrets} */ (
    Object.fromEntries(names.map((name) => [name, kept[name] ?? makers[name]()]))
  );
  if (names.some((name) => kept[name] === undefined))
    writePrivate(file, JSON.stringify(secrets, null, 2));
  return secrets;
}
