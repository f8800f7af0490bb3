import { isIPv6 } from "node:net";
import { networkInterfaces } from "node:os";

/**
 * @typedef {object} LiveKitConfig
 * @property {number} port of the API and the signal connection, on loopback
 * @property {number} udpPort
 * @property {number} tcpPort
 * @property {string} mediaAddress
 * @property {string} apiKey
 * @property {string} apiSecret
 * @property {string | null} webhookUrl null: no webhooks are sent
 * @property {string} logLevel
 */

/** RFC 863: whatever is sent there is thrown away. */
const discardPort = 9;

/** @param {string} address */
export function isLoopback(address) {
  return address === "::1" || address.startsWith("127.");
}

/** @param {string} address */
function isOurs(address) {
  const all = Object.values(networkInterfaces()).flatMap((entries) => entries ?? []);
  return isLoopback(address) || all.some((entry) => entry.address === address);
}

/**
 * LiveKit's own addresses say where media may come in, apart from its HTTP port.
 * - UDP is opened only on what `ips` includes. An address that this machine does not carry is a
 *   router's, which forwards to any of ours: then every address but loopback is open.
 * - TCP cannot be confined: LiveKit opens it on every address. On loopback it is of no use
 *   (nothing blocks UDP there), so that the port stays closed until MEDIA_ADDRESS is set.
 * - With no STUN server named, LiveKit would tell browsers to ask public ones. They need none:
 *   LiveKit has an address of its own and sees theirs. So a port is named where nobody answers, and
 *   never the media port, since browsers take what comes from a STUN server's port for its answers.
 * @param {LiveKitConfig} config
 */
function mediaSettings({ mediaAddress, udpPort, tcpPort }) {
  const local = isLoopback(mediaAddress);
  const mask = isIPv6(mediaAddress) ? 128 : 32;
  const ips = isOurs(mediaAddress) ? { includes: [`${mediaAddress}/${mask}`] } : undefined;
  const host = isIPv6(mediaAddress) ? `[${mediaAddress}]` : mediaAddress;
  return {
    udp_port: udpPort,
    tcp_port: local ? 0 : tcpPort,
    use_external_ip: false,
    node_ip: mediaAddress,
    enable_loopback_candidate: local,
    stun_servers: [`${host}:${discardPort}`],
    ips,
  };
}

/**
 * @param {LiveKitConfig} config
 * @returns {string} a LiveKit configuration file: JSON, which is YAML too
 */
export function liveKitConfig(config) {
  return JSON.stringify(
    {
      port: config.port,
      bind_addresses: ["127.0.0.1"],
      keys: { [config.apiKey]: config.apiSecret },
      rtc: mediaSettings(config),
      // Rooms are made by the app only. Their metadata goes to everyone in them, so it stays small.
      // A host whose connection drops has two minutes to come back before the room closes.
      room: { auto_create: false, empty_timeout: 600, departure_timeout: 120 },
      limit: { max_metadata_size: 4096, max_attributes_size: 2048 },
      webhook: config.webhookUrl
        ? { api_key: config.apiKey, urls: [config.webhookUrl] }
        : undefined,
      // At debug it writes down every signal message, renewed tokens among them.
      logging: { level: config.logLevel === "debug" ? "info" : config.logLevel },
    },
    null,
    2,
  );
}
