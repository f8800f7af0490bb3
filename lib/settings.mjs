// Read by the launcher before node_modules exists, and by the app and the tests. Node built-ins
// only, and syntax that Node 18 understands.
import { isIPv4 } from "node:net";
import { settingsTable } from "./settings-table.mjs";

/**
 * @template T
 * @typedef {import("./settings-table.mjs").Setting<T>} Setting
 */

/** @typedef {typeof settingsTable} Table */
/** @typedef {{ readonly [K in keyof Table]: Table[K] extends Setting<infer T> ? T : never }} Parsed */
/** @typedef {Omit<Parsed, "publicUrl"> & { readonly publicUrl: string }} Settings */

/** One or more settings are invalid. The message names each one and the expected value. */
export class SettingsError extends Error {}

/** Settings that need each other. */
const together = /** @type {const} */ ([
  ["livekitUrl", "livekitApiKey", "livekitApiSecret"],
  ["secondLivekitApiKey", "secondLivekitApiSecret"],
  ["oidcIssuer", "oidcClientId", "oidcClientSecret"],
  ["smtpUrl", "mailFrom"],
  ["turnDomain", "turnCert", "turnKey"],
]);

/** @param {Parsed} parsed */
const missingParts = (parsed) => [
  ...together.flatMap((keys) => {
    const names = keys.map((key) => settingsTable[key].name);
    const missing = names.filter((_, index) => parsed[keys[index] ?? keys[0]] === null);
    if (missing.length === 0 || missing.length === names.length) return [];
    const all = `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
    const are = missing.length > 1 ? "are" : "is";
    return [`${all} must be set together, but ${missing.join(" and ")} ${are} missing`];
  }),
  ...(parsed.secondLivekitApiKey && !parsed.livekitUrl
    ? [
        "SECOND_LIVEKIT_API_KEY needs LIVEKIT_URL: npm run greenroom -- change-keys changes the key of Greenroom's own LiveKit",
      ]
    : []),
  ...(parsed.secondLivekitApiKey && parsed.secondLivekitApiKey === parsed.livekitApiKey
    ? ["SECOND_LIVEKIT_API_KEY must be another key than LIVEKIT_API_KEY"]
    : []),
  ...(parsed.metricsPort === parsed.port
    ? ["METRICS_PORT must be another port than PORT, which is public"]
    : []),
  ...(parsed.turnDomain && !parsed.livekitUrl && !isIPv4(parsed.mediaAddress ?? "")
    ? ["MEDIA_ADDRESS must be an IPv4 address for TURN_DOMAIN"]
    : []),
  ...(parsed.signUp === "domains" && !parsed.signUpDomains
    ? ["SIGN_UP_DOMAINS must be set for SIGN_UP=domains"]
    : []),
];

/**
 * Parses settings from strings such as `process.env`. Empty strings count as unset.
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {Settings}
 * @throws {SettingsError} naming every invalid setting, one per line
 */
export function parseSettings(env) {
  /** @type {Record<string, unknown>} */
  const values = {};
  /** @type {string[]} */
  const wrong = [];
  for (const [key, { name, fallback, kind, secret: hidden }] of Object.entries(settingsTable)) {
    const given = env[name]?.trim() || fallback;
    const value = given === "" ? null : kind.parse(given);
    if (value === undefined) {
      wrong.push(
        `${name} must be ${kind.expected}${hidden ? "" : `, but is ${JSON.stringify(given)}`}`,
      );
    }
    values[key] = value;
  }
  const parsed = /** @type {Parsed} */ (values);
  if (wrong.length === 0) wrong.push(...missingParts(parsed));
  if (wrong.length > 0) throw new SettingsError(wrong.map((sentence) => `${sentence}.`).join("\n"));
  return Object.freeze({
    ...parsed,
    publicUrl: parsed.publicUrl ?? `http://localhost:${parsed.port}`,
    livekitUrl: parsed.livekitUrl?.replace(/^ws/, "http") ?? null,
    livekitPublicUrl: parsed.livekitPublicUrl?.replace(/^http/, "ws") ?? null,
  });
}
