import { isIPv6 } from "node:net";
import { isLoopback, isOurs } from "./own-address.mjs";

/**
 * @typedef {object} LiveKitConfig
 * @property {number} port of the API and the signal connection, on loopback
 * @property {number} udpPort
 * @property {number} tcpPort
 * @property {[string, ...string[]]} mediaAddresses where browsers send media to; more than one only if
 *   all are this machine's own
 * @property {Turn | null} [turn]
 * @property {string} apiKey
 * @property {string} apiSecret
 * @property {Record<string, string>} [moreKeys] API keys that are valid too, and their secrets
 * @property {string | null} webhookUrl null sends no webhooks
 * @property {string} logLevel
 */

/**
 * TURN over TLS, which browsers look for at port 443 of the domain.
 * @typedef {object} Turn
 * @property {string} domain
 * @property {string} certFile
 * @property {string} keyFile
 * @property {number} port
 */

/** STUN's standard port (RFC 8489). Browsers refuse many others, such as the discard port. */
const stunPort = 3478;

/**
 * Where LiveKit receives media, independent of its HTTP port.
 * - UDP is opened only on the addresses in `ips`. An address that this machine does not have is a
 *   router's, which can forward to any of ours, so then every address but loopback is open.
 * - With `node_ip`, LiveKit offers that address instead of all the ones it opened. To offer two,
 *   `node_ip` stays unset. LiveKit would then find its address by STUN, unless it uses ICE lite, which
 *   every browser supports: it answers at the addresses it has and asks no one.
 * - TCP cannot be restricted: LiveKit opens it on every address. On this machine alone it is not needed
 *   (nothing blocks UDP there), so the port stays closed until MEDIA_ADDRESS is set.
 * - Without a STUN server, LiveKit would send browsers to public ones. They need none, because LiveKit
 *   has an address of its own and sees theirs. So the configuration names a port where nothing
 *   answers. It cannot be the media port: browsers treat packets from a STUN server's port as STUN.
 * @param {LiveKitConfig} config
 */
function mediaSettings({ mediaAddresses, udpPort, tcpPort }) {
  const [first] = mediaAddresses;
  const local = isLoopback(first);
  const stunHost = mediaAddresses.at(-1) ?? first;
  return {
    udp_port: udpPort,
    tcp_port: local ? 0 : tcpPort,
    use_external_ip: false,
    ...(mediaAddresses.length > 1 ? { use_ice_lite: true } : { node_ip: first }),
    enable_loopback_candidate: local,
    stun_servers: [`${isIPv6(stunHost) ? `[${stunHost}]` : stunHost}:${stunPort}`],
    ips: isOurs(first) ? { includes: mediaAddresses.map(alone) } : undefined,
  };
}

/**
 * Everyone who watches gets a password for the TURN server. It must lead to LiveKit's own media address only,
 * which is refused by default if it is a private one, and not to others on the internet.
 * @param {LiveKitConfig} config
 */
function turnSettings({ turn, mediaAddresses: [address] }) {
  if (!turn) return undefined;
  return {
    enabled: true,
    domain: turn.domain,
    cert_file: turn.certFile,
    key_file: turn.keyFile,
    tls_port: turn.port,
    bind_addresses: [isOurs(address) ? address : "0.0.0.0"],
    allow_restricted_peer_cidrs: [alone(address)],
    deny_peer_cidrs: [...allButIPv4(address), "::/0"],
  };
}

/**
 * @param {string} address
 * @returns {string[]} 32 networks: the addresses that first differ from it in one bit, for each bit
 */
function allButIPv4(address) {
  const bits = address.split(".").reduce((sum, byte) => sum * 256 + Number(byte), 0);
  return Array.from({ length: 32 }, (_, index) => {
    const size = 2 ** (31 - index);
    const half = Math.floor(bits / size);
    const start = (half % 2 === 0 ? half + 1 : half - 1) * size;
    const bytes = [24, 16, 8, 0].map((shift) => Math.floor(start / 2 ** shift) % 256);
    return `${bytes.join(".")}/${index + 1}`;
  });
}

/** @param {string} address */
const alone = (address) => `${address}/${isIPv6(address) ? 128 : 32}`;

/**
 * @param {LiveKitConfig} config
 * @returns {string} a LiveKit configuration file: JSON, which is YAML too
 */
export function liveKitConfig(config) {
  return JSON.stringify(
    {
      port: config.port,
      bind_addresses: ["127.0.0.1"],
      keys: { [config.apiKey]: config.apiSecret, ...config.moreKeys },
      rtc: mediaSettings(config),
      turn: turnSettings(config),
      // Only the app creates rooms. Their metadata goes to everyone in them, so it stays small. A host
      // whose connection drops has two minutes to come back before the room closes.
      room: { auto_create: false, empty_timeout: 600, departure_timeout: 120 },
      limit: { max_metadata_size: 4096, max_attributes_size: 2048 },
      webhook: config.webhookUrl
        ? { api_key: config.apiKey, urls: [config.webhookUrl] }
        : undefined,
      // At debug it logs every signal message, including refreshed tokens.
      logging: { level: config.logLevel === "debug" ? "info" : config.logLevel },
    },
    null,
    2,
  );
}
