import { setTimeout as pause } from "node:timers/promises";
import { migrate } from "../../migrate.mjs";
import { appEnv } from "../app-env.mjs";
import { buildBrowserModules } from "../builds/browser-modules.mjs";
import { requireReadable, requireWritable } from "../builds/files.mjs";
import { buildApp } from "../builds/next-build.mjs";
import { bundleServer } from "../builds/server-bundle.mjs";
import { lockInstallation } from "../installation-lock.mjs";
import { LogFile } from "../log-file.mjs";
import { step } from "../output.mjs";
import { fromRoot } from "../paths.mjs";
import { Problem } from "../problem.mjs";
import { answers } from "../programs/program.mjs";
import { completeSecrets, liveKitSecrets, loadSecrets } from "../secrets.mjs";
import { liveKitStopPlan, startLiveKit } from "./livekit.mjs";
import { appStopPlan, localUrl, startApp } from "./next-app.mjs";
import { isLoopback, mediaAddresses, tellOfMove } from "./own-address.mjs";
import { choosePorts, rememberedPorts, requireFreePort } from "./ports.mjs";
import { ownDatabaseUrl, startPostgres } from "./postgres.mjs";

/** @typedef {import("../../../lib/settings.mjs").Settings} Settings */
/** @typedef {import("../programs/program.mjs").RunningProgram} RunningProgram */

/**
 * @typedef {object} StackOptions
 * @property {boolean} dev with hot reload instead of a build
 * @property {string} distDir of the build, relative to the checkout
 * @property {boolean} freshDatabase drops the database in DATA_DIR first
 */

/**
 * @typedef {object} Stack
 * @property {Record<string, string | undefined>} env the app's environment
 * @property {string | null} founderUrl makes the first account the super admin; null once there is one
 * @property {Promise<Problem>} failed resolves when a program has ended for good
 * @property {() => Promise<void>} stop
 */

/**
 * @typedef {object} Own what this installation provides for settings that are unset
 * @property {string} dataDir
 * @property {import("../secrets.mjs").Secrets} secrets
 * @property {Awaited<ReturnType<typeof ownPorts>>} ports
 * @property {import("../programs/program.mjs").Recorder} record
 * @property {(program: RunningProgram) => void} keep
 */

const otherLiveKitLimitMs = 15_000;

/**
 * @param {Settings} settings
 * @param {string} dataDir
 */
export function ownPorts(settings, dataDir) {
  const { postgresPort, livekitPort, livekitUdpPort, livekitTcpPort, mediaAddress } = settings;
  const loopback = "127.0.0.1";
  const media = mediaAddress && isLoopback(mediaAddress) ? mediaAddress : "0.0.0.0";
  return choosePorts(dataDir, [
    { setting: "POSTGRES_PORT", fixed: postgresPort, transport: "tcp", address: loopback },
    { setting: "LIVEKIT_PORT", fixed: livekitPort, transport: "tcp", address: loopback },
    { setting: "LIVEKIT_UDP_PORT", fixed: livekitUdpPort, transport: "udp", address: media },
    { setting: "LIVEKIT_TCP_PORT", fixed: livekitTcpPort, transport: "tcp", address: media },
  ]);
}

/**
 * @param {Settings} settings
 * @param {Own} own
 * @param {boolean} fresh
 * @returns {Promise<{ databaseUrl: string }>}
 */
export async function database(
  { databaseUrl, logMegabytes },
  { dataDir, secrets, ports, record, keep },
  fresh,
) {
  if (databaseUrl) return { databaseUrl };
  const { postgresPassword: password } = secrets;
  const log = new LogFile(dataDir, "postgres", logMegabytes);
  const options = { dataDir, port: ports.POSTGRES_PORT, password, fresh, log };
  const program = await step("Starting PostgreSQL", () => startPostgres(options, record));
  keep(program);
  return { databaseUrl: program.url };
}

/** @param {string} databaseUrl */
async function hasSuperAdmin(databaseUrl) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const found = await client.query("select from accounts where role = 'super_admin'");
    return found.rowCount !== 0;
  } finally {
    await client.end();
  }
}

/** @param {string} url of a LiveKit that Greenroom does not run */
async function requireLiveKitAt(url) {
  const deadline = Date.now() + otherLiveKitLimitMs;
  while (!(await answers(url))) {
    if (Date.now() > deadline) {
      throw new Problem(`The LiveKit at LIVEKIT_URL (${url}) is not responding.`);
    }
    await pause(500);
  }
}

/**
 * @param {Settings} settings
 * @returns {import("./livekit-config.mjs").Turn | null}
 */
function turnOf({ turnDomain: domain, turnCert, turnKey, turnPort: port }) {
  if (!domain || !turnCert || !turnKey) return null;
  const files = { TURN_CERT: fromRoot(turnCert), TURN_KEY: fromRoot(turnKey) };
  for (const [name, file] of Object.entries(files)) requireReadable(name, file);
  return { domain, certFile: files.TURN_CERT, keyFile: files.TURN_KEY, port };
}

/**
 * @param {Settings} settings
 * @param {Own} own
 */
async function liveKit(settings, { dataDir, secrets, ports, record, keep }) {
  const { livekitUrl, mediaAddress, logLevel } = settings;
  if (livekitUrl) {
    await step("Waiting for LiveKit", () => requireLiveKitAt(livekitUrl));
    return {};
  }
  const { livekitApiKey: apiKey, livekitApiSecret: apiSecret } = secrets;
  const { secondLivekitApiKey, secondLivekitApiSecret } = secrets;
  const addresses = await mediaAddresses(mediaAddress);
  const config = {
    port: ports.LIVEKIT_PORT,
    udpPort: ports.LIVEKIT_UDP_PORT,
    tcpPort: ports.LIVEKIT_TCP_PORT,
    mediaAddresses: addresses,
    turn: turnOf(settings),
    apiKey,
    apiSecret,
    moreKeys: secondLivekitApiKey ? { [secondLivekitApiKey]: secondLivekitApiSecret ?? "" } : {},
    webhookUrl: `${localUrl(settings)}/livekit/webhook`,
    logLevel,
  };
  const log = new LogFile(dataDir, "livekit", settings.logMegabytes);
  const program = await step("Starting LiveKit", () => startLiveKit(dataDir, config, log, record));
  keep(program);
  if (!mediaAddress) tellOfMove(addresses);
  return { livekitUrl: program.url, ...liveKitSecrets(secrets) };
}

/**
 * Bundles what Next does not build, and so does not reload either.
 * @param {string} distDir
 */
async function bundleForDevelopment(distDir) {
  await buildBrowserModules(distDir);
  await bundleServer(distDir);
}

/**
 * @param {Settings} settings
 * @param {StackOptions} options
 * @param {Own} own
 */
async function startPrograms(settings, options, own) {
  const { databaseUrl } = await database(settings, own, options.freshDatabase);
  await step("Preparing the database", () => migrate(databaseUrl));
  const founded = await hasSuperAdmin(databaseUrl);
  await (options.dev ? bundleForDevelopment(options.distDir) : buildApp(options.distDir));
  const complete = {
    ...settings,
    databaseUrl,
    ...(await liveKit(settings, own)),
    ...completeSecrets(settings, own.secrets),
  };
  own.keep(await step("Starting the app", () => startApp(complete, options, own.record)));
  const signUp = `${complete.publicUrl}/sign-up?code=${encodeURIComponent(complete.founderCode)}`;
  return { env: appEnv(complete, options), founderUrl: founded ? null : signUp };
}

/** @param {Settings} settings */
export async function lock(settings) {
  const dataDir = fromRoot(settings.dataDir);
  requireWritable(dataDir);
  const stopPlans = { app: appStopPlan(settings), livekit: liveKitStopPlan };
  return { dataDir, ...(await lockInstallation(dataDir, settings.publicUrl, stopPlans)) };
}

/**
 * Starts everything: PostgreSQL and LiveKit, unless the settings name others, then the app.
 * @param {Settings} settings
 * @param {StackOptions} options
 * @returns {Promise<Stack>}
 */
export async function startStack(settings, options) {
  const { dataDir, record, release } = await lock(settings);
  /** @type {RunningProgram[]} */
  const running = [];
  const stop = async () => {
    // In reverse order: the app needs LiveKit, and both need the database, until they have ended.
    for (const program of running.toReversed()) await program.stop();
    release();
  };
  try {
    await requireFreePort(settings.port, settings.host);
    const secrets = loadSecrets(dataDir);
    const ports = await ownPorts(settings, dataDir);
    const keep = (/** @type {RunningProgram} */ program) => void running.push(program);
    const own = { dataDir, secrets, ports, record, keep };
    const { env, founderUrl } = await startPrograms(settings, options, own);
    return { env, founderUrl, failed: Promise.race(running.map(({ failed }) => failed)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * @param {Settings} settings
 * @returns {string} the URL of the database of the Greenroom that is running here
 */
export function databaseUrlOf({ databaseUrl, dataDir, postgresPort }) {
  if (databaseUrl) return databaseUrl;
  const folder = fromRoot(dataDir);
  const port = rememberedPorts(folder).POSTGRES_PORT ?? postgresPort;
  if (!port) throw new Problem("Greenroom is still starting. Try again in a moment.");
  return ownDatabaseUrl(port, loadSecrets(folder).postgresPassword);
}
