// Node built-ins only, and syntax that Node 18 understands: see settings.mjs.
import {
  addressOrAuto,
  countOrAuto,
  days,
  domain,
  domains,
  headerName,
  hostNames,
  issuer,
  key256,
  listenAddress,
  mailSender,
  oneOf,
  passphrase,
  portOrAuto,
  shortText,
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
const smtp = url(["smtp:", "smtps:"], "an smtp:// or smtps:// address", false);
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
  port: setting("PORT", "3000", "The port the app listens on.", wholeNumber(1, 65535)),
  host: setting(
    "HOST",
    "127.0.0.1",
    "The address the app listens on. 0.0.0.0 means every address of this machine.",
    listenAddress,
  ),
  publicUrl: optional(
    "PUBLIC_URL",
    "The address people type in the browser. Unset: http://localhost and the port.",
    origin,
    { example: "http://localhost:3000" },
  ),
  allowedHosts: optional(
    "ALLOWED_HOSTS",
    "Extra host names for the app, separated by commas. PUBLIC_URL's and loopback ones always work.",
    hostNames,
  ),
  dataDir: setting(
    "DATA_DIR",
    ".data",
    "The folder for the database, secrets and logs. Only one Greenroom can run in it at a time.",
    text,
  ),
  databaseUrl: optional(
    "DATABASE_URL",
    "Your own PostgreSQL, 14 or newer. Unset: Greenroom runs one in DATA_DIR.",
    postgres,
    secret,
  ),
  livekitUrl: optional(
    "LIVEKIT_URL",
    "Your own LiveKit or LiveKit Cloud; set its key and secret too. Unset: Greenroom runs one.",
    liveKit,
  ),
  livekitApiKey: optional("LIVEKIT_API_KEY", "The API key of the LiveKit at LIVEKIT_URL.", text),
  livekitApiSecret: optional(
    "LIVEKIT_API_SECRET",
    "The API secret of the LiveKit at LIVEKIT_URL.",
    text,
    secret,
  ),
  secondLivekitApiKey: optional(
    "SECOND_LIVEKIT_API_KEY",
    "A second API key of that LiveKit, whose tokens are also accepted while you change keys.",
    text,
  ),
  secondLivekitApiSecret: optional(
    "SECOND_LIVEKIT_API_SECRET",
    "The API secret of SECOND_LIVEKIT_API_KEY.",
    text,
    secret,
  ),
  livekitPublicUrl: optional(
    "LIVEKIT_PUBLIC_URL",
    "Where browsers connect to LiveKit. Unset: through the app, which forwards the signal connection.",
    liveKit,
  ),
  authorizeHeader: optional(
    "AUTHORIZE_HEADER",
    "The header in which a proxy in front of LiveKit sends the address to authorize.",
    headerName,
  ),
  livekitPort: setting(
    "LIVEKIT_PORT",
    "auto",
    "The loopback port of LiveKit's API. auto picks a free port and remembers it in DATA_DIR.",
    portOrAuto,
  ),
  livekitUdpPort: setting("LIVEKIT_UDP_PORT", "auto", "The UDP port for all media.", portOrAuto),
  livekitTcpPort: setting(
    "LIVEKIT_TCP_PORT",
    "auto",
    "The TCP port for media where UDP is blocked. Only used if MEDIA_ADDRESS is set and not loopback.",
    portOrAuto,
  ),
  mediaAddress: setting(
    "MEDIA_ADDRESS",
    "auto",
    "The IP address browsers send media to. auto means loopback and this machine's own address.",
    addressOrAuto,
  ),
  turnDomain: optional(
    "TURN_DOMAIN",
    "TURN over TLS, for networks that allow nothing but HTTPS: the name browsers connect to, at port 443. Needs an IPv4 MEDIA_ADDRESS.",
    domain,
  ),
  turnCert: optional("TURN_CERT", "The file with TURN_DOMAIN's certificate chain, in PEM.", text),
  turnKey: optional("TURN_KEY", "The file with the certificate's private key, in PEM.", text),
  turnPort: setting(
    "TURN_PORT",
    "5349",
    "The TCP port LiveKit's TURN server listens on. Unless it is 443, forward port 443 of TURN_DOMAIN to it.",
    wholeNumber(1, 65535),
  ),
  postgresPort: setting(
    "POSTGRES_PORT",
    "auto",
    "The loopback port of the PostgreSQL in DATA_DIR.",
    portOrAuto,
  ),
  sessionSecret: optional(
    "SESSION_SECRET",
    "Signs page sessions. Unset: generated once in DATA_DIR.",
    passphrase,
    secret,
  ),
  apiJwtSecret: optional(
    "API_JWT_SECRET",
    "Signs API tokens. Unset: generated once in DATA_DIR.",
    passphrase,
    secret,
  ),
  inviteKey: optional(
    "INVITE_KEY",
    "Encrypts invites. Unset: generated once in DATA_DIR.",
    key256,
    secret,
  ),
  secondSessionSecret: optional(
    "SECOND_SESSION_SECRET",
    "Also accepted while you change SESSION_SECRET.",
    passphrase,
    secret,
  ),
  secondApiJwtSecret: optional(
    "SECOND_API_JWT_SECRET",
    "Also accepted while you change API_JWT_SECRET.",
    passphrase,
    secret,
  ),
  secondInviteKey: optional(
    "SECOND_INVITE_KEY",
    "Also accepted while you change INVITE_KEY.",
    key256,
    secret,
  ),
  founderCode: optional(
    "FOUNDER_CODE",
    "Makes the first account created with it the super admin. Unset: generated once in DATA_DIR.",
    passphrase,
    secret,
  ),
  smtpUrl: optional(
    "SMTP_URL",
    "Your mail server, such as smtps://user:password@mail.example.com. Unset: no mail is sent.",
    smtp,
    secret,
  ),
  mailFrom: optional(
    "MAIL_FROM",
    "The sender of mail, such as Greenroom <greenroom@example.com>. Needed with SMTP_URL.",
    mailSender,
  ),
  trustProxy: setting(
    "TRUST_PROXY",
    "0",
    "The number of reverse proxies in front of the app, whose X-Forwarded-For is trusted.",
    wholeNumber(0, 10),
  ),
  appProcesses: setting(
    "APP_PROCESSES",
    "auto",
    "How many processes of the app share the port. auto means one for each core but one, at most four.",
    countOrAuto,
  ),
  drainSeconds: setting(
    "DRAIN_SECONDS",
    "0",
    "How long a stopping app process takes new requests while /readyz fails, in seconds. Set it if a load balancer checks several processes.",
    wholeNumber(0, 300),
  ),
  metricsPort: optional(
    "METRICS_PORT",
    "The port on which Prometheus finds /metrics. Unset: none. Each app process needs its own.",
    wholeNumber(1, 65535),
  ),
  metricsHost: setting(
    "METRICS_HOST",
    "127.0.0.1",
    "The address for METRICS_PORT. The metrics name no person, but keep them in your own network.",
    listenAddress,
  ),
  oidcIssuer: optional(
    "OIDC_ISSUER",
    "Sign-in with an OpenID Connect provider: its issuer. Set the client's ID and secret too.",
    issuer,
  ),
  oidcClientId: optional("OIDC_CLIENT_ID", "The client ID at the provider.", text),
  oidcClientSecret: optional(
    "OIDC_CLIENT_SECRET",
    "The client secret at the provider.",
    text,
    secret,
  ),
  oidcName: optional(
    "OIDC_NAME",
    "The provider's name on the sign-in button. Unset: the host name of OIDC_ISSUER.",
    text,
  ),
  hostAwayEndMinutes: setting(
    "HOST_AWAY_END_MINUTES",
    "30",
    "A livestream ends after its hosts have been away for this many minutes.",
    wholeNumber(1, 1440),
  ),
  installationName: setting(
    "INSTALLATION_NAME",
    "Greenroom",
    "The name on pages and in mail. Like SIGN_UP, SIGN_UP_DOMAINS and KEEP_*, it only sets the first value: afterwards, admins change it under Settings.",
    shortText(50),
  ),
  signUp: setting(
    "SIGN_UP",
    "open",
    "Who can sign up: open, links (of an admin), domains (of SIGN_UP_DOMAINS) or closed. Sets the first value only.",
    oneOf(["open", "links", "domains", "closed"]),
  ),
  signUpDomains: optional(
    "SIGN_UP_DOMAINS",
    "The domains of email addresses for SIGN_UP=domains, separated by commas. Sets the first value only.",
    domains,
  ),
  keepEventsDays: setting(
    "KEEP_EVENTS_DAYS",
    "30",
    "How many days to keep LiveKit's events in the event log; forever keeps everything. Sets the first value only.",
    days,
  ),
  keepSessionsDays: setting(
    "KEEP_SESSIONS_DAYS",
    "30",
    "How many days to keep ended sessions and revoked keys. Sets the first value only.",
    days,
  ),
  keepPeopleDays: setting(
    "KEEP_PEOPLE_DAYS",
    "90",
    "How many days after its end to keep a livestream's guests, invites and bans. Sets the first value only.",
    days,
  ),
  keepChatDays: setting(
    "KEEP_CHAT_DAYS",
    "forever",
    "How many days after its end to keep a livestream's chat. Sets the first value only.",
    days,
  ),
  keepShowsDays: setting(
    "KEEP_SHOWS_DAYS",
    "forever",
    "How many days after its end to keep a livestream, with everything in it. Sets the first value only.",
    days,
  ),
  logMegabytes: setting(
    "LOG_MEGABYTES",
    "50",
    "The maximum disk space for each program's logs, in MB. The oldest lines are deleted first.",
    wholeNumber(1, 100_000),
  ),
  logLevel: setting(
    "LOG_LEVEL",
    "info",
    "How much the app and LiveKit log. At debug, LiveKit stays at info because it would log tokens.",
    oneOf(["debug", "info", "warn", "error"]),
  ),
};
