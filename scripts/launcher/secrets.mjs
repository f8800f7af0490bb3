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

export const secretsFile = (/** @type {string} */ dataDir) => join(dataDir, "secrets.json");

/**
 * @param {unknown} kept
 * @returns {kept is Partial<Secrets>}
 */
function areSecrets(kept) {
  if (typeof kept !== "object" || kept === null || Array.isArray(kept)) return false;
  return Object.values(kept).every((each) => typeof each === "string" && each !== "");
}

/**
 * The installation's secrets, generated once and kept in DATA_DIR/secrets.json, readable by its owner
 * only.
 * @param {string} dataDir
 * @returns {Secrets}
 */
export function loadSecrets(dataDir) {
  const file = secretsFile(dataDir);
  /** @type {unknown} */
  let kept = {};
  try {
    if (existsSync(file)) kept = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    kept = null;
  }
  if (!areSecrets(kept)) {
    const otherwise = existsSync(join(dataDir, "postgres"))
      ? "It has the password of the database in this folder"
      : "Or delete it to generate new secrets";
    throw new Problem(`${file} is damaged. Restore it from a backup. ${otherwise}.`);
  }
  const found = kept;
  const names = /** @type {(keyof Secrets)[]} */ (Object.keys(makers));
  const secrets = /** @type {Secrets} */ (
    Object.fromEntries(names.map((name) => [name, found[name] ?? makers[name]()]))
  );
  if (names.some((name) => found[name] === undefined))
    writePrivate(file, JSON.stringify(secrets, null, 2));
  return secrets;
}
