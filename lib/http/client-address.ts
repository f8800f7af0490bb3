import "server-only";
import { isIP, isIPv6 } from "node:net";
import { env } from "@/lib/env";

/** Passes the client address of a request on to Next. Our server sets it on every request. */
export const peerHeader = "x-greenroom-peer";

/** The peer address of the connection: the proxy's if the app is behind a reverse proxy. */
export const peerOf = (headers: Headers) => headers.get(peerHeader) ?? "unknown";

/**
 * The address a request is rate-limited by: the one seen by the outermost of the `trusted` reverse
 * proxies. Entries further left in X-Forwarded-For are written by the client and are ignored. IPv6
 * addresses are reduced to their /64, since one household has all of it.
 */
export function clientAddress(headers: Headers, trusted = env().trustProxy): string {
  const peer = peerOf(headers);
  const forwarded = headers.get("x-forwarded-for")?.split(",") ?? [];
  const hops = [...forwarded.map((hop) => hop.trim()), peer];
  return networkOf(hops.at(-1 - trusted) ?? hops[0] ?? peer);
}

function networkOf(address: string): string {
  const plain = withoutPort(address)
    .replace(/^::ffff:(?=\d+\.)/i, "")
    .toLowerCase();
  // Anything that is not an address counts as one client; otherwise every invalid spelling would
  // get its own limit.
  if (!isIP(plain)) return "unknown";
  if (!isIPv6(plain)) return plain;
  const [head = "", tail] = plain.split("::").map((half) => half.split(":").filter(Boolean));
  const gap = tail ? Array(8 - head.length - tail.length).fill("0") : [];
  const groups = [...head, ...gap, ...(tail ?? [])].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(":")}::/64`;
}

/** Strips the client port that some proxies append: it changes with every connection. */
const withoutPort = (address: string): string =>
  /^\[(.*)\](?::\d+)?$/.exec(address)?.[1] ?? /^([\d.]+):\d+$/.exec(address)?.[1] ?? address;
