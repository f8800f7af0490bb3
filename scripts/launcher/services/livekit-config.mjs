import { isIPv6 } from "node:net";
import { isLoopback, isOurs } from "./own-address.mjs";

/**
 * @typedef {object} LiveKitConfig
 * @property {number} port of the API and the signal connection, on loopback
 * @property {number} udpPort
 * @property {number} tcpPort
 * @property {[string, ...string[]]} mediaAddresses where browsers send media to; more than one only of
 *   this machine's own
 * @property {string} apiKey
 * @property {string} apiSecret
 * @property {string | null} webhookUrl null: no webhooks are sent
 * @property {string} logLevel
 */

/** STUN's own (RFC 8489): browsers refuse to send to many another, such as that of "discard". */
const stunPort = 3478;

/**
 * LiveKit's own addresses say where media may come in, apart from its HTTP port.
 * - UDP is opened only on what `ips` includes. An address that this machine does not carry is a
 *   router's, which forwards to any of ours: then every address but loopback is open.
 * - LiveKit names the one address of `node_ip` in the place of all that it opened. To name two, it is
 *   given none; then it would look for itself by STUN, unless ICE is "lite", which every browser
 *   knows: it answers at the addresses it has, and asks nobody.
 * - TCP cannot be confined: LiveKit opens it on every address. For this machine alone it is of no use
 *   (nothing blocks UDP there), so that the port stays closed until MEDIA_ADDRESS is set.
 * - With no STUN server named, LiveKit would tell browsers to ask public ones. They need none:
 *   LiveKit has an address of its own and sees theirs. So a port is named where nobody answers, and
 *   never the media port, since browsers take what comes from a STUN server's port for its answers.
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
