import { createSocket } from "node:dgram";
import { once } from "node:events";
import { networkInterfaces } from "node:os";
import { print } from "../output.mjs";

const lookEveryMs = 15_000;

/** Documentation addresses (RFC 5737, RFC 3849), which routes treat as outside of the network. */
const elsewhere = /** @type {const} */ ([
  ["udp4", "203.0.113.1"],
  ["udp6", "2001:db8::1"],
]);

/** @param {string} address */
export function isLoopback(address) {
  return address === "::1" || address.startsWith("127.");
}

function addresses() {
  return Object.values(networkInterfaces()).flatMap((entries) => entries ?? []);
}

/**
 * Whether the address is one of this machine's.
 * @param {string} address
 */
export function isOurs(address) {
  return isLoopback(address) || addresses().some((entry) => entry.address === address);
}

/** @param {string} address */
const isLinkLocal = (address) => /^(169\.254\.|fe80:)/i.test(address);

/**
 * The source address that the system would use to reach another. Connecting a UDP socket sends nothing.
 * @param {"udp4" | "udp6"} type
 * @param {string} other
 * @returns {Promise<string | null>}
 */
async function sourceTowards(type, other) {
  const socket = createSocket(type);
  try {
    socket.connect(9, other);
    await once(socket, "connect");
    return socket.address().address;
  } catch {
    return null;
  } finally {
    socket.close();
  }
}

/**
 * Prefers the address of the default route, so that no container bridge is mistaken for the network.
 * Otherwise takes any address, for a network without a default route.
 * @param {(string | null)[]} routed by the default routes, IPv4 first
 * @param {{ address: string, family: string }[]} entries every address of this machine
 * @returns {string | null}
 */
export function chooseAddress(routed, entries) {
  const usable = entries.filter(({ address }) => !isLoopback(address) && !isLinkLocal(address));
  const isUsable = (/** @type {string | null} */ source) =>
    usable.some(({ address }) => address === source);
  const any = usable.find(({ family }) => family === "IPv4") ?? usable[0];
  return routed.find(isUsable) ?? any?.address ?? null;
}

/**
 * This machine's address in its network, preferably IPv4.
 * @returns {Promise<string | null>} null without a network
 */
export async function ownAddress() {
  const routed = await Promise.all(elsewhere.map(([type, other]) => sourceTowards(type, other)));
  return chooseAddress(routed, addresses());
}

/**
 * Where LiveKit receives media: at the address that was set, otherwise on loopback, which survives a
 * change of network, and at this machine's own address, since Firefox does not accept loopback.
 * @param {string | null} set
 * @returns {Promise<[string, ...string[]]>}
 */
export async function mediaAddresses(set) {
  if (set) return [set];
  const own = await ownAddress();
  return own ? ["127.0.0.1", own] : ["127.0.0.1"];
}

/**
 * Prints a notice if a laptop moves to another network. LiveKit opens its addresses when it starts, and
 * restarting it would end every show that is watched over loopback.
 * @param {readonly string[]} offered at its start
 */
export function tellOfMove(offered) {
  const timer = setInterval(async () => {
    const own = await ownAddress();
    if (!own || offered.includes(own)) return;
    clearInterval(timer);
    print(`This machine's address is now ${own}. Restart Greenroom to stream with Firefox.`);
  }, lookEveryMs).unref();
}
