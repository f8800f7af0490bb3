// Read by the launcher before node_modules exists, and by the app and the tests. Node built-ins
// only, and syntax that Node 18 understands.
import {
  addressOrAuto,
  days,
  headerName,
  hostNames,
  key256,
  listenAddress,
  oneOf,
  passphrase,
  portOrAuto,
  text,
  url,
  wholeNumber,
} from "./setting-kinds.mjs";

/**
 * @template T
 * @typedef {import("./setting-kinds.mjs").Kind<T>} Kind
 */

/**
 * @template T
 * @typedef {{ name: string, fallback: string, example: string, doc: string, kind: Kind<T>, secret: boolean }} Setting
 */

const liveKitAddress = "an address such as wss://livekit.example.com";
const liveKit = url(["ws:", "wss:", "http:", "https:"], liveKitAddress, true);
const postgres = url(["postgres:", "postgresql:"], "a postgres:// address", false);
const origin = url(["http:", "https:"], "an http or https address without a path", true);

/**
 * A setting that always has a value. `fallback` is the text used when it is unset.
 * @template T
 * @param {string} name
 * @param {string} fallback
 * @param {string} doc
 * @param {Kind<T>} kind
 * @returns {Setting<T>}
 */
function setting(name, fallback, doc, kind) {
  return { name, fallback, example: fallback, doc, kind, secret: false };
}

/**
 * A setting that may be unset: null then, and the launcher decides.
 * @template T
 * @param {string} name
 * @param {string} doc
 * @param {Kind<T>} kind
 * @param {{ secret?: boolean, example?: string }} [more]
 * @returns {Setting<T | null>}
 */
function optional(name, doc, kind, { secret = false, example = "" } = {}) {
  return { name, fallback: "", example, doc, kind, secret };
}

const secret = { secret: true };

/** Every setting, in the order of `.env.example`. */
export const settingsTable = {
  port: setting("PORT", "3000", "The port that the app listens on.", wholeNumber(1, 65535)),
  host: setting(
    "HOST",
    "127.0.0.1",
    "The address that the app listens on; 0.0.0.0 is every address of this machine.",
    listenAddress,
  ),
  publicUrl: optional(
    "PUBLIC_URL",
    "The address that people type; unset, it is http://localhost and the port.",
    origin,
    { example: "http://localhost:3000" },
  ),
  allowedHosts: optional(
    "ALLOWED_HOSTS",
    "More host names for the app, separated by commas; PUBLIC_URL's and loopback ones always work.",
    hostNames,
  ),
  dataDir: setting(
    "DATA_DIR",
    ".data",
    "The folder for the database, the secrets and the logs; one running Greenroom a folder.",
    text,
  ),
  databaseUrl: optional(
    "DATABASE_URL",
    "Your own PostgreSQL, 14 or newer; unset, Greenroom runs one in DATA_DIR.",
    postgres,
    secret,
  ),
  livekitUrl: optional(
    "LIVEKIT_URL",
    "Your own LiveKit or LiveKit Cloud, with its key and secret; unset, Greenroom runs one.",
    liveKit,
  ),
  livekitApiKey: optional("LIVEKIT_API_KEY", "The API key of the LiveKit at LIVEKIT_URL.", text),
  livekitApiSecret: optional(
    "LIVEKIT_API_SECRET",
    "The API secret of the LiveKit at LIVEKIT_URL.",
    text,
    secret,
  ),
  livekitPublicUrl: optional(
    "LIVEKIT_PUBLIC_URL",
    "Where browsers connect to LiveKit; unset, the app forwards its signal connection to LiveKit.",
    liveKit,
  ),
  authorizeHeader: optional(
    "AUTHORIZE_HEADER",
    "Names the header in which a proxy in front of LiveKit sends the address that it asks about.",
    headerName,
  ),
  livekitPort: setting(
    "LIVEKIT_PORT",
    "auto",
    "The loopback port of LiveKit's API; auto is a free port, remembered in DATA_DIR.",
    portOrAuto,
  ),
  livekitUdpPort: setting(
    "LIVEKIT_UDP_PORT",
    "auto",
    "The UDP port that carries all media.",
    portOrAuto,
  ),
  livekitTcpPort: setting(
    "LIVEKIT_TCP_PORT",
    "auto",
    "The TCP port for media where UDP is blocked; open once MEDIA_ADDRESS is set to no loopback one.",
    portOrAuto,
  ),
  mediaAddress: setting(
    "MEDIA_ADDRESS",
    "auto",
    "The IP address that browsers send media to; auto is loopback and this machine's own address.",
    addressOrAuto,
  ),
  postgresPort: setting(
    "POSTGRES_PORT",
    "auto",
    "The loopback port of the PostgreSQL in DATA_DIR.",
    portOrAuto,
  ),
  sessionSecret: optional(
    "SESSION_SECRET",
    "Signs the sessions of pages; unset, generated once into DATA_DIR.",
    passphrase,
    secret,
  ),
  apiJwtSecret: optional(
    "API_JWT_SECRET",
    "Signs the tokens of API clients; unset, generated once into DATA_DIR.",
    passphrase,
    secret,
  ),
  inviteKey: optional(
    "INVITE_KEY",
    "Encrypts invites; unset, generated once into DATA_DIR.",
    key256,
    secret,
  ),
  founderCode: optional(
    "FOUNDER_CODE",
    "Makes the first account that names it the super admin; unset, generated once into DATA_DIR.",
    passphrase,
    secret,
  ),
  trustProxy: setting(
    "TRUST_PROXY",
    "0",
    "How many reverse proxies stand in front, whose X-Forwarded-For is believed.",
    wholeNumber(0, 10),
  ),
  hostAwayEndMinutes: setting(
    "HOST_AWAY_END_MINUTES",
    "30",
    "A livestream ends when its hosts have been away for this long.",
    wholeNumber(1, 1440),
  ),
  keepEventsDays: setting(
    "KEEP_EVENTS_DAYS",
    "30",
    "For how many days the event log keeps what LiveKit reported; forever keeps all of it.",
    days,
  ),
  keepSessionsDays: setting(
    "KEEP_SESSIONS_DAYS",
    "30",
    "For how many days sessions that ended and keys that were revoked are kept.",
    days,
  ),
  keepPeopleDays: setting(
    "KEEP_PEOPLE_DAYS",
    "90",
    "For how many days after its end a livestream keeps its guests, invites and bans.",
    days,
  ),
  keepChatDays: setting(
    "KEEP_CHAT_DAYS",
    "forever",
    "For how many days after its end a livestream keeps its chat.",
    days,
  ),
  logMegabytes: setting(
    "LOG_MEGABYTES",
    "50",
    "The disk space that the logs of each program may take; the oldest lines go first.",
    wholeNumber(1, 100_000),
  ),
  logLevel: setting(
    "LOG_LEVEL",
    "info",
    "How much the app and LiveKit log; LiveKit logs tokens at debug, and stays at info there.",
    oneOf(["debug", "info", "warn", "error"]),
  ),
};

/** @typedef {typeof settingsTable} Table */
/** @typedef {{ readonly [K in keyof Table]: Table[K] extends Setting<infer T> ? T : never }} Parsed */
/** @typedef {Omit<Parsed, "publicUrl"> & { readonly publicUrl: string }} Settings */

/** One or more settings are invalid. The message names each one and the expected value. */
export class SettingsError extends Error {}

/** @param {Parsed} parsed */
function missingLiveKitParts(parsed) {
  const names = /** @type {const} */ (["livekitUrl", "livekitApiKey", "livekitApiSecret"]);
  const missing = names.filter((key) => parsed[key] === null).map((key) => settingsTable[key].name);
  if (missing.length === 0 || missing.length === names.length) return [];
  const together = "LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET must be set together";
  return [`${together}, but ${missing.join(" and ")} ${missing.length > 1 ? "are" : "is"} missing`];
}

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
  if (wrong.length === 0) wrong.push(...missingLiveKitParts(parsed));
  if (wrong.length > 0) throw new SettingsError(wrong.map((sentence) => `${sentence}.`).join("\n"));
  return Object.freeze({
    ...parsed,
    publicUrl: parsed.publicUrl ?? `http://localhost:${parsed.port}`,
    livekitUrl: parsed.livekitUrl?.replace(/^ws/, "http") ?? null,
    livekitPublicUrl: parsed.livekitPublicUrl?.replace(/^http/, "ws") ?? null,
  });
}
