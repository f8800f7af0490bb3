import { createSocket } from "node:dgram";
import { once } from "node:events";
import { networkInterfaces } from "node:os";
import { print } from "../output.mjs";

const lookEveryMs = 15_000;

/** Addresses of documentation (RFC 5737, RFC 3849): elsewhere, as far as routes are concerned. */
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
 * Whether this machine carries the address.
 * @param {string} address
 */
export function isOurs(address) {
  return isLoopback(address) || addresses().some((entry) => entry.address === address);
}

/** @param {string} address */
const isLinkLocal = (address) => /^(169\.254\.|fe80:)/i.test(address);

/**
 * The address that the system would use towards another. Connecting a UDP socket sends nothing.
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
 * First that of the default route, so that no bridge of containers is taken for the network, and
 * then any, for a network without a way out.
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
 * The address of this machine in its network, IPv4 where it has one.
 * @returns {Promise<string | null>} null without any network
 */
export async function ownAddress() {
  const routed = await Promise.all(elsewhere.map(([type, other]) => sourceTowards(type, other)));
  return chooseAddress(routed, addresses());
}

/**
 * Where media may come in: at the address that was set; else on loopback, which is there whatever
 * becomes of the network, and at this machine's own address, since Firefox takes no loopback one.
 * @param {string | null} set
 * @returns {Promise<[string, ...string[]]>}
 */
export async function mediaAddresses(set) {
  if (set) return [set];
  const own = await ownAddress();
  return own ? ["127.0.0.1", own] : ["127.0.0.1"];
}

/**
 * A laptop moves from one network to another. LiveKit opens its addresses when it starts, and
 * starting it again would end every show that is watched over loopback: so the person is told.
 * @param {readonly string[]} offered at its start
 */
export function tellOfMove(offered) {
  const timer = setInterval(async () => {
    const own = await ownAddress();
    if (!own || offered.includes(own)) return;
    clearInterval(timer);
    print(`This machine's address is ${own} now: start Greenroom again to stream with Firefox.`);
  }, lookEveryMs).unref();
}
