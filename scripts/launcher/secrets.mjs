import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { settingsTable } from "../../lib/settings-table.mjs";
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
 * @property {string} [secondSessionSecret] the keys of before the last change, which are valid too
 * @property {string} [secondApiJwtSecret]
 * @property {string} [secondInviteKey]
 * @property {string} [secondLivekitApiKey]
 * @property {string} [secondLivekitApiSecret]
 */

/** @typedef {import("../../lib/settings.mjs").Settings} Settings */

const random = () => randomBytes(32).toString("base64url");

const makers = {
  sessionSecret: random,
  apiJwtSecret: random,
  inviteKey: random,
  founderCode: random,
  postgresPassword: random,
  livekitApiKey: () => `API${randomBytes(9).toString("hex")}`,
  livekitApiSecret: random,
};

/** What people and programs hold is signed or encrypted with these. */
const changeable = /** @type {const} */ ({
  sessionSecret: "secondSessionSecret",
  apiJwtSecret: "secondApiJwtSecret",
  inviteKey: "secondInviteKey",
  livekitApiKey: "secondLivekitApiKey",
  livekitApiSecret: "secondLivekitApiSecret",
});

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
  const names = /** @type {(keyof typeof makers)[]} */ (Object.keys(makers));
  const made = Object.fromEntries(names.map((name) => [name, found[name] ?? makers[name]()]));
  const secrets = /** @type {Secrets} */ ({ ...found, ...made });
  if (names.some((name) => found[name] === undefined)) keep(file, secrets);
  return secrets;
}

/**
 * @param {string} file
 * @param {Secrets} secrets
 */
const keep = (file, secrets) => writePrivate(file, JSON.stringify(secrets, null, 2));

/**
 * Generates new keys. Those in use until now become the second ones, and the second ones are no longer valid.
 * @param {string} dataDir
 */
export function changeKeys(dataDir) {
  const secrets = loadSecrets(dataDir);
  const names = /** @type {(keyof typeof changeable)[]} */ (Object.keys(changeable));
  const changes = names.flatMap((name) => [
    [name, makers[name]()],
    [changeable[name], secrets[name]],
  ]);
  keep(secretsFile(dataDir), { ...secrets, ...Object.fromEntries(changes) });
}

/**
 * The secrets of settings that leave some or all of them to the installation.
 * @param {Settings} settings
 * @param {Secrets} secrets
 */
export function completeSecrets(settings, secrets) {
  return {
    founderCode: settings.founderCode ?? secrets.founderCode,
    ...keyPair("sessionSecret", settings, secrets),
    ...keyPair("apiJwtSecret", settings, secrets),
    ...keyPair("inviteKey", settings, secrets),
  };
}

/**
 * @param {"sessionSecret" | "apiJwtSecret" | "inviteKey"} name
 * @param {Settings} settings
 * @param {Secrets} secrets
 */
function keyPair(name, settings, secrets) {
  const second = changeable[name];
  const from = settings[name] ? settings : secrets;
  return { [name]: from[name], [second]: settings[second] ?? from[second] ?? null };
}

/**
 * @param {Settings} settings
 * @returns {string[]} the names of settings whose keys are used instead of the installation's
 */
export function keysInSettings(settings) {
  const names = /** @type {(keyof typeof changeable)[]} */ (Object.keys(changeable));
  return names.filter((name) => settings[name]).map((name) => settingsTable[name].name);
}

/**
 * The keys of the LiveKit that this installation runs.
 * @param {Secrets} secrets
 */
export const liveKitSecrets = (secrets) => ({
  livekitApiKey: secrets.livekitApiKey,
  livekitApiSecret: secrets.livekitApiSecret,
  secondLivekitApiKey: secrets.secondLivekitApiKey ?? null,
  secondLivekitApiSecret: secrets.secondLivekitApiSecret ?? null,
});
