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
 * The installation's secrets: made once, kept in DATA_DIR/secrets.json for its owner only.
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
      `${file} cannot be read as JSON: restore it from a backup, or delete it to get new secrets.`,
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
